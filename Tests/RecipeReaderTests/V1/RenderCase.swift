import Conda
import Diagnostics
import Foundation
import Testing

@testable import RecipeReader

/// A recipe, its variant files, and what the engine made of them.
struct RenderCase: Decodable, Sendable {
  let id: String
  let input: Input
  let tool: String
  let expected: [Output]?
  let expected_error: String?

  struct Input: Decodable, Sendable {
    let files: [String: String]
    let config_files: [String]?
    let platform: String?
    let build_platform: String?
    let env: [String: String]?
    let experimental: Bool?
  }

  struct Output: Decodable, Sendable {
    let name: String
    let version: String
    let skip: Bool?
    let noarch: String?
    let used_variant: JSONValue?
    let hash: String?
    let prefix: String?
    let build_string: String?
    let requirements: JSONValue?
    let rendered: JSONValue?
  }

  static func all(_ family: String) throws -> [RenderCase] {
    let url = try #require(
      Bundle.module.url(forResource: family, withExtension: "json", subdirectory: "Vectors"))
    let cases = try JSONDecoder().decode([Lenient].self, from: Data(contentsOf: url))
    return cases.compactMap(\.value).filter { $0.tool.hasPrefix("py-rattler-build") }
  }

  /// Cases of other tools in the same family have other forms.
  private struct Lenient: Decodable {
    let value: RenderCase?

    private enum Keys: String, CodingKey { case tool }

    init(from decoder: any Decoder) throws {
      let tool = try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .tool)
      value = tool.hasPrefix("py-rattler-build") ? try RenderCase(from: decoder) : nil
    }
  }

  func render() throws -> [V1.RenderedOutput] {
    let platforms = V1.Platforms(
      target: Platform(input.platform ?? "linux-64"),
      build: (input.build_platform ?? input.platform).map { Platform($0) })
    let permissions = V1.Permissions(
      environment: input.env ?? [:], isExperimental: input.experimental ?? false)
    var configuration = V1.VariantConfiguration()
    for file in input.config_files ?? [] {
      let text = try #require(input.files[file])
      configuration.merge(
        try V1.VariantFile(file, for: platforms, permissions: permissions).read(text))
    }
    let text = try #require(input.files["recipe/recipe.yaml"])
    let (recipe, findings) = V1.Recipe.read(text, file: "recipe.yaml")
    guard let recipe else { throw findings.firstError }
    return try recipe.render(configuration, for: platforms, permissions: permissions).outputs
  }

  /// What our outputs have wrong; nothing when they equal the engine's.
  var problems: [String] {
    Self.problems(expected: expected, error: expected_error) { try render() }
  }

  static func problems(
    expected: [Output]?, error: String?, _ render: () throws -> [V1.RenderedOutput]
  ) -> [String] {
    let outputs: [V1.RenderedOutput]
    do {
      outputs = try render()
    } catch let finding as Diagnostic {
      return finding.location == nil
        ? ["a finding without a place: \(finding.message)"]
        : expected == nil ? [] : ["refused: \(finding.message)"]
    } catch {
      return ["\(error)"]
    }
    guard let expected else { return ["accepted, but the engine says: \(error ?? "")"] }
    guard outputs.count == expected.count else {
      return ["\(outputs.map(\.name)) instead of \(expected.map(\.name))"]
    }
    return zip(outputs, expected).flatMap { $0.problems(comparedTo: $1) }
  }
}

extension Findings {
  var firstError: Diagnostic {
    sorted.first { $0.severity == .error } ?? Diagnostic(.error, at: nil, "nothing was found")
  }
}

extension V1.RenderedOutput {
  func problems(comparedTo expected: RenderCase.Output) -> [String] {
    var problems: [String] = []
    func check(_ what: String, _ ours: String?, _ theirs: String?) {
      if ours != theirs { problems.append("\(what): \(ours ?? "none") is not \(theirs ?? "none")") }
    }
    check("name", name, expected.name)
    check("version", version, expected.version)
    check("noarch", noarch?.rawValue, expected.noarch)
    if let skip = expected.skip { check("skip", "\(isSkipped)", "\(skip)") }
    if let variant = expected.used_variant {
      problems += JSONValue(usedVariant.tree).asPythonVariant.differences(
        from: variant, at: "used_variant")
    }
    if let hash = expected.hash { check("hash", self.hash, hash) }
    if let prefix = expected.prefix { check("prefix", self.prefix, prefix) }
    check("build_string", buildString, expected.build_string)
    if let requirements = expected.requirements {
      problems += JSONValue(tree["requirements"] ?? .null).differences(
        from: requirements, at: "requirements")
    }
    if let rendered = expected.rendered {
      problems += JSONValue(.fields(tree)).differences(from: rendered)
    }
    return problems.map { "\(name): \($0)" }
  }
}
