import ArgumentParser

@main
struct GennForge: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "gennforge",
    abstract:
      "Conda packages for GeNN, written in Swift: compiled to feedstocks and proven by running them.",
    discussion: """
      A recipe is a Swift value in the project's Recipes folder. Start with `gennforge list`.

      Exit codes: 0 all is well; 1 findings, a difference or a failed kernel; 2 files can't be read or \
      written; 64 the command line is wrong.
      """,
    version: version,
    subcommands: [
      List.self, Show.self, Check.self, Compile.self, Verify.self, Kernels.self, Inspect.self,
      Render.self, Import.self, Convert.self, Diff.self, ListVariants.self, Rerender.self,
      PrintMatrix.self, PinningCommands.self, PrintGrammar.self,
    ])
}
