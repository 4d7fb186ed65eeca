import ArgumentParser

@main
struct GennForge: AsyncParsableCommand {
  static let name = "gennforge"
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: name,
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

extension GennForge {
  /// Commands that are run so often that a millisecond counts.
  private static let quickCommands: [String: any AsyncParsableCommand.Type] = [
    "compile": Compile.self, "variants": ListVariants.self, "matrix": PrintMatrix.self,
    "rerender": Rerender.self,
  ]

  /// Looking at all commands takes ArgumentParser longer than rendering most recipes. Whatever isn't
  /// simply right (`--help`, a mistake) goes the long way.
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let type = arguments.first.flatMap({ quickCommands[$0] }),
      var command = try? type.parse(Array(arguments.dropFirst()))
    else { return await main(arguments) }
    do {
      try await command.run()
    } catch {
      exit(withError: error)
    }
  }
}
