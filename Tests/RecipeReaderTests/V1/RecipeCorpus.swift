import Conda
import Diagnostics
import Foundation
import PythonEngine
import Testing

@testable import RecipeReader

/// Recipes of other people below the folder that `GENNFORGE_CORPUS` names: `v1/…/recipe.yaml`, and
/// `conda_build_config.yaml` for all of them.
struct RecipeCorpus {
  static let variable = "GENNFORGE_CORPUS"
  static let hint = "\(variable) names no folder with v1/ and conda_build_config.yaml"

  static var folder: URL? {
    ProcessInfo.processInfo.environment[variable].map { URL(filePath: $0) }
  }
  static var isAvailable: Bool {
    guard let folder else { return false }
    return ["v1", "conda_build_config.yaml"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
  }

  let recipes: URL
  let variants: URL
  let platforms = V1.Platforms(target: Platform("linux-64"))

  init(recipes: URL, variants: URL) {
    self.recipes = recipes
    self.variants = variants
  }

  init() throws {
    let folder = try #require(Self.folder, "\(Self.hint)")
    recipes = folder.appending(path: "v1").resolvingSymlinksInPath()
    variants = folder.appending(path: "conda_build_config.yaml")
  }

  /// What the engine makes of each recipe.
  func answers() throws -> [Answer] {
    let lines = try PythonEngine().output(
      of: "render_v1_oracle.py",
      [recipes.path, "--variants", variants.path, "--platform", platforms.target.subdir])
    return try lines.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Answer.self, from: $0)
    }
  }

  func configuration() throws -> V1.VariantConfiguration {
    try V1.VariantFile(variants.lastPathComponent, for: platforms).read(
      String(contentsOf: variants, encoding: .utf8))
  }

  /// All recipes, in the order of their paths.
  func texts() throws -> [String] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: recipes.path)
    return try files.filter { $0.hasSuffix("recipe.yaml") }.sorted().map {
      try String(contentsOf: recipes.appending(path: $0), encoding: .utf8)
    }
  }

  func text(of answer: Answer) throws -> String {
    try String(contentsOf: recipes.appending(path: answer.recipe), encoding: .utf8)
  }

  struct Answer: Decodable {
    let recipe: String
    let seconds: Double
    let outputs: [RenderCase.Output]?
    let error: String?

    /// What our rendering has wrong.
    func problems(
      _ text: String, _ configuration: V1.VariantConfiguration, _ platforms: V1.Platforms
    )
      -> [String]
    {
      RenderCase.problems(expected: outputs, error: error) {
        let (recipe, findings) = V1.Recipe.read(text, file: self.recipe)
        guard let recipe else { throw findings.firstError }
        return try recipe.render(configuration, for: platforms).outputs
      }
    }
  }
}
