import ArgumentParser

/// `gennforge verify`
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove a recipe: build its packages, install them and run what they promise.",
    discussion: """
      gennforge verify RECIPE is short for gennforge verify recipe RECIPE; \
      gennforge verify recipe --help lists its options.
      """,
    subcommands: [VerifyRecipe.self, VerifyShell.self],
    defaultSubcommand: VerifyRecipe.self)
}
