import Conda
import Foundation
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

  static var hasFeedstocks: Bool {
    let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) }
    return names?.contains { $0.hasSuffix("-feedstock") } ?? false
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
  func answers() throws -> [EngineAnswer] {
    try EngineAnswer.all([
      recipes.path, "--variants", variants.path, "--platform", platforms.target.subdir,
    ])
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

  func text(of answer: EngineAnswer) throws -> String {
    try String(contentsOf: recipes.appending(path: answer.recipe), encoding: .utf8)
  }
}
