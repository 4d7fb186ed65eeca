import Conda
import Foundation
import GeNNForge
import RecipeModel
import RecipeReader
import RecipeWriter
import Recipes
import Testing

/// Our own recipes, compiled, lifted and written again, build what they built before.
@Suite struct OwnRecipeTests {
  static let names = allRecipes.map(\.name)

  private func folder(_ name: String, _ format: RecipeFormat) throws -> Feedstock {
    let recipe = try #require(allRecipes.first { $0.name == name }?.recipe)
    return Feedstock(recipe.model().recipe, format: format)
  }

  private func text(_ path: String, in feedstock: Feedstock) throws -> String {
    try #require(feedstock.files.first { $0.path == path }?.text)
  }

  @Test(arguments: names, ["linux-64", "win-64"]) func v1(name: String, subdir: String) throws {
    let before = try folder(name, .v1)
    let text = try text("recipe/recipe.yaml", in: before)
    let variants = RecipeFile(
      path: "variants.yaml", text: try self.text("variants.yaml", in: before))
    let lifted = try #require(RecipeLift.v1(text, file: "recipe.yaml").recipe)
    let after = try self.text("recipe/recipe.yaml", in: Feedstock(lifted, format: .v1))
    func builds(_ text: String) throws -> [ComparableBuild] {
      try RecipeBuilds.v1(
        text, file: "recipe.yaml", variants: [variants], platform: Platform(subdir))
    }
    let expected = try builds(text)
    // Not each of them is built for Windows.
    #expect(subdir == "win-64" || !expected.isEmpty)
    #expect(RecipeComparison(expected, try builds(after)).differences == [])
  }

  @Test(arguments: names) func v0(name: String) throws {
    let before = try folder(name, .v0)
    let text = try text("recipe/meta.yaml", in: before)
    let variants = RecipeFile(
      path: "conda_build_config.yaml", text: try self.text("conda_build_config.yaml", in: before))
    let lifted = try #require(RecipeLift.v0(text, file: "meta.yaml").recipe)
    let after = try self.text("recipe/meta.yaml", in: Feedstock(lifted, format: .v0))
    func builds(_ text: String) throws -> [ComparableBuild] {
      try RecipeBuilds.v0(
        text, file: "meta.yaml", files: [], variants: [variants], platform: Platform("linux-64"))
    }
    let expected = try builds(text)
    #expect(!expected.isEmpty)
    #expect(RecipeComparison(expected, try builds(after)).differences == [])
  }

  /// A different recipe is told apart.
  @Test func aChangedRequirementIsADifference() throws {
    let text = """
      package:
        name: box
        version: "1"
      build:
        noarch: python
      tests:
        - python:
            imports: [box]
            python_version: 3.12.*
      """
    let changed = text.replacing("python_version: 3.12.*", with: "pip_check: false")
    func builds(_ text: String) throws -> [ComparableBuild] {
      try RecipeBuilds.v1(
        text, file: "recipe.yaml", variants: [], platform: Platform("linux-64"))
    }
    let comparison = RecipeComparison(try builds(text), try builds(changed))
    #expect(
      Set(comparison.differences.map(\.field)) == [
        "tests.requirements", "tests.script",
      ])
  }
}
