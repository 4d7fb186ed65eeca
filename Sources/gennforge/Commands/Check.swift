import ArgumentParser
import Diagnostics

/// `gennforge check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with recipes, with the Swift line and what to write instead.")

  @OptionGroup var arguments: RecipeArguments
  @OptionGroup var options: FindingOptions
  @Flag(help: "Warnings count as errors.")
  var strict = false

  func run() throws {
    var findings = Findings()
    let recipes = try arguments.chosen()
    for recipe in recipes { findings.add(contentsOf: recipe.checked().findings.all) }
    options.show(findings, onOutput: true)
    if findings.all.isEmpty, options.findings == .text {
      Terminal.print(
        "\(recipes.count) recipe\(recipes.count == 1 ? "" : "s"): nothing to find fault with")
    }
    if findings.hasErrors || strict && !findings.all.isEmpty { throw ExitCode(1) }
  }
}
