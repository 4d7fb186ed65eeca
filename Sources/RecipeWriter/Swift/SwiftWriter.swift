package import RecipeModel
import YAML

/// A recipe as Swift source in the words of `GeNNForge`, laid out as swift-format leaves it.
///
///     SwiftWriter(recipe).text
///     // public import GeNNForge
///     //
///     // public let box = Recipe("box", version: "1.2") {
///     //   ...
package struct SwiftWriter {
  var recipe: Recipe
  /// Writes sections that the words have no form for as `recipe.yaml` has them.
  let v1: V1Writer

  package init(_ recipe: Recipe) {
    self.recipe = recipe
    v1 = V1Writer(recipe: recipe, scripts: ScriptPlan(recipe))
  }

  /// The name of the constant that holds the recipe.
  package var constant: String { SwiftName.constant(recipe.name.value) }

  package var text: String { "public import GeNNForge\n\n" + declaration }

  /// Without the import.
  package var declaration: String {
    let head = SwiftCode.block(
      "public let \(constant) = Recipe",
      [.init(nil, .text(recipe.name.value)), .init("version", .text(recipe.version.value))], body)
    return head.lines(indent: 0).joined(separator: "\n") + "\n"
  }

  private var body: [SwiftCode] {
    var code: [SwiftCode] = []
    if let name = recipe.feedstockName {
      code.append(.call("FeedstockName", [.init(nil, .text(name.value))]))
    }
    if !recipe.context.isEmpty {
      code.append(
        .call(
          "Context",
          [
            .init(nil, .map(recipe.context.map { (SwiftString($0.key), SwiftValue($0.value)) }))
          ]))
    }
    code += sources(recipe.sources)
    if recipe.hasNamedOutputs {
      if recipe.buildNumber.value != 0 {
        code.append(.call("BuildNumber", [.init(nil, .atom(String(recipe.buildNumber.value)))]))
      }
      for output in recipe.outputs {
        code.append(
          .block(
            "Output", [.init(nil, .text(output.name.value))],
            sources(output.sources) + words(of: output) + about(output.about)))
      }
    } else if let output = recipe.outputs.first {
      code += words(of: output)
    }
    code += about(recipe.about)
    code += verbatim(recipe.kept)
    if !recipe.maintainers.isEmpty {
      code.append(
        .call("Maintainers", recipe.maintainers.map { .init(nil, .text($0.value)) }))
    }
    for file in recipe.files {
      code.append(
        .call("File", [.init(nil, .text(file.value.path)), .init("text", .text(file.value.text))]))
    }
    return code
  }

  private func verbatim(_ kept: [KeptValue]) -> [SwiftCode] {
    kept.map { kept in
      .call(
        "Verbatim",
        [
          .init(nil, .text(kept.path.joined(separator: "."))), .init(nil, SwiftValue(kept.value)),
        ] + (kept.format == .v0 ? [.init("in", .atom(".v0"))] : []))
    }
  }

  static func verbatim(_ path: [String], _ value: RecipeValue) -> SwiftCode {
    .call(
      "Verbatim", [.init(nil, .text(path.joined(separator: "."))), .init(nil, SwiftValue(value))])
  }

  private func words(of output: Output) -> [SwiftCode] {
    var code: [SwiftCode] = []
    if let version = output.version {
      code.append(.call("PackageVersion", [.init(nil, .text(version.value))]))
    }
    return code + build(of: output) + requirements(output.requirements) + tests(output.tests)
      + (recipe.hasNamedOutputs ? verbatim(output.kept) : [])
  }

  private func about(_ about: About) -> [SwiftCode] {
    if about.isEmpty { return [] }
    let isComplete = about.homepage != nil && about.license != nil && about.summary != nil
    var arguments: [SwiftCode.Argument] = []
    func add(_ label: String, _ text: Located<String>?) {
      if let text { arguments.append(.init(label, .text(text.value))) }
    }
    add("homepage", about.homepage)
    add("license", about.license)
    if isComplete || !about.licenseFiles.isEmpty {
      arguments.append(.init("licenseFiles", .texts(about.licenseFiles.map(\.value))))
    }
    add("summary", about.summary)
    add("description", about.description)
    add("repository", about.repository)
    add("documentation", about.documentation)
    return [.call(isComplete ? "About" : "About.incomplete", arguments)]
  }
}
