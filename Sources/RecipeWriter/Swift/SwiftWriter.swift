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
    var comments = recipe.comments
    var parts: [SwiftPart] = []
    if let name = recipe.feedstockName {
      parts.append(
        SwiftPart(
          "extra.feedstock-name", [.call("FeedstockName", [.init(nil, .text(name.value))])]))
    }
    if !recipe.context.isEmpty {
      let entries = recipe.context.map { (SwiftString($0.key), SwiftValue($0.value)) }
      parts.append(SwiftPart("context", [.call("Context", [.init(nil, .map(entries))])]))
    }
    parts.append(SwiftPart("source", sources(recipe.sources)))
    if recipe.hasNamedOutputs {
      if recipe.buildNumber.value != 0 {
        let number = SwiftCode.Argument(nil, .atom(String(recipe.buildNumber.value)))
        parts.append(SwiftPart("build.number", [.call("BuildNumber", [number])]))
      }
      parts.append(SwiftPart("outputs", recipe.outputs.map { block(of: $0) }))
    } else if let output = recipe.outputs.first {
      parts += words(of: output)
    }
    parts.append(SwiftPart("about", about(recipe.about)))
    parts += verbatim(recipe.kept)
    if !recipe.maintainers.isEmpty {
      let names = recipe.maintainers.map { SwiftCode.Argument(nil, .text($0.value)) }
      parts.append(
        SwiftPart("extra", self.comments(recipe.maintainers) + [.call("Maintainers", names)]))
    }
    for file in recipe.files {
      parts.append(
        SwiftPart(
          "",
          [
            .call(
              "File", [.init(nil, .text(file.value.path)), .init("text", .text(file.value.text))])
          ]))
    }
    let header = SwiftCode.comments([Comment(above: comments.header)])
    let code = parts.filter { !$0.path.isEmpty }.code(&comments)
    let files = parts.filter { $0.path.isEmpty }.flatMap(\.code)
    // What has no word to stand above.
    return header + SwiftCode.comments(comments.take([])) + code + files
  }

  private func block(of output: Output) -> SwiftCode {
    var comments = output.comments
    let parts =
      [SwiftPart("source", sources(output.sources))] + words(of: output)
      + [SwiftPart("about", about(output.about))]
    let code = parts.code(&comments)
    return .block(
      "Output", [.init(nil, .text(output.name.value))],
      SwiftCode.comments(comments.take([])) + code)
  }

  private func verbatim(_ kept: [KeptValue]) -> [SwiftPart] {
    kept.map { kept in
      let path = kept.path.joined(separator: ".")
      let arguments: [SwiftCode.Argument] = [
        .init(nil, .text(path)), .init(nil, SwiftValue(kept.value)),
      ]
      return SwiftPart(
        path.isEmpty ? "?" : RecipeKey.v1(kept.path).joined(separator: "."),
        SwiftCode.comments(kept.comments.map(\.comment)) + [
          .call("Verbatim", arguments + (kept.format == .v0 ? [.init("in", .atom(".v0"))] : []))
        ])
    }
  }

  private func words(of output: Output) -> [SwiftPart] {
    let version = output.version.map { version in
      [SwiftCode.call("PackageVersion", [.init(nil, .text(version.value))])]
    }
    return [SwiftPart("package.version", version ?? [])] + build(of: output)
      + requirements(output.requirements) + [SwiftPart("tests", tests(output.tests))]
      + (recipe.hasNamedOutputs ? verbatim(output.kept) : [])
  }

  private func about(_ about: About) -> [SwiftCode] {
    if about.isEmpty, !about.standsAlone { return [] }
    let isComplete =
      about.homepage != nil && about.license != nil && about.summary != nil && !about.standsAlone
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
    if about.standsAlone { arguments.append(.init("standsAlone", .atom("true"))) }
    return comments(about.licenseFiles) + [
      .call(isComplete ? "About" : "About.incomplete", arguments)
    ]
  }
}
