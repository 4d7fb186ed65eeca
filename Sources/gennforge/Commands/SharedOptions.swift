import ArgumentParser
import Diagnostics
import RecipeModel
import Recipes
import Templates

/// Which recipes a command is about.
struct RecipeArguments: ParsableArguments {
  @Argument(help: "Recipes by name, all if none is given.")
  var recipes: [String] = []

  func chosen() throws -> [NamedRecipe] { try Self.named(recipes) }

  static func named(_ recipes: [String]) throws -> [NamedRecipe] {
    let known = allRecipes.map(\.name)
    for name in recipes where !known.contains(name) {
      let hint = nearest(to: name, in: known).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "no recipe is called '\(name)'\(hint) There are: \(known.joined(separator: ", "))")
    }
    return allRecipes.filter { recipes.isEmpty || recipes.contains($0.name) }
      .map { NamedRecipe(name: $0.name, description: $0.recipe) }
  }
}

/// What generated files are made from.
struct TemplateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder with templates to use in place of the built-in ones.", valueName: "dir"))
  var templates: String?

  func set() throws -> TemplateSet { try TemplateFolder.set(from: templates) }
}

/// How findings are shown.
struct FindingOptions: ParsableArguments {
  @Option(help: "How findings are shown: text, json, sarif or github.")
  var findings: ReportFormat = .text

  /// Shows them on standard error, or on standard output where they are all that a command says.
  func show(_ findings: Findings, onOutput: Bool = false) {
    guard !findings.all.isEmpty || onOutput && self.findings != .text else { return }
    let sources = SourceFiles.texts(for: findings)
    let coloured = !onOutput && Terminal.isColoured
    let text = findings.rendered(
      as: self.findings, sources: sources, toolVersion: GennForge.version, coloured: coloured)
    if onOutput { Terminal.print(text) } else { Terminal.warn(text) }
  }
}

extension FindingOptions {
  /// Shows what ended a command.
  func failure(_ error: Diagnostic) -> ExitCode {
    var findings = Findings()
    findings.add(error)
    show(findings)
    return ExitCode(1)
  }
}

/// Where conda-forge's values come from.
struct PinningOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "conda-forge's conda_build_config.yaml, or a folder with it and migrations/; else the last "
        + "download of 'gennforge pinning update', else the built-in snapshot.",
      valueName: "path"))
  var pinning: String?
}

/// Values in place of those of the variant files.
struct OverrideOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Give a key these values in place of those of the files, such as python=3.13.* *_cp313; several "
        + "with commas; may be repeated. Migrations come after it.",
      valueName: "key=values"))
  var set: [String] = []

  func validate() throws { _ = try overrides() }

  func overrides() throws -> [(key: String, values: [String])] {
    try set.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let values = parts.dropFirst().flatMap { $0.split(separator: ",") }.map(String.init)
      let isKey = parts.first?.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
          || Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
      }
      guard isKey == true, !values.isEmpty else {
        throw ValidationError("'\(text)' gives no key a value; write --set python=3.12,3.13")
      }
      return (parts[0], values)
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}
