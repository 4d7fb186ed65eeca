package import Conda
package import RecipeReader

/// What a verification builds: one variant of a recipe, rendered, and where its files lie.
package struct BuildPlan: Sendable {
  /// What people call it, and its work area.
  package var name: String
  package var platform: Platform
  /// The folder of `recipe.yaml` and what belongs to it.
  package var recipeFolder: String
  /// In the order that they are built in.
  package var outputs: [PlannedOutput]
  package var places: RecipePlaces

  package init(
    name: String, platform: Platform, recipeFolder: String, outputs: [PlannedOutput],
    places: RecipePlaces
  ) {
    self.name = name
    self.platform = platform
    self.recipeFolder = recipeFolder
    self.outputs = outputs
    self.places = places
  }
}

/// One package of a recipe, with no condition left in it.
package struct PlannedOutput: Hashable, Sendable {
  package var name: String
  package var version: String
  package var buildNumber: Int
  package var buildString: String
  package var hash: String
  package var isNoarch: Bool
  /// Everything that was chosen, which build scripts see as variables.
  package var variant: [String: String]
  package var build: [String]
  package var host: [String]
  package var run: [String]
  package var constraints: [String]
  package var ignoredRunExports: [String]
  package var sources: [PlannedSource]
  package var script: PlannedScript
  package var tests: [PlannedTest]
  package var license: String?
  package var licenseFiles: [String]
  package var summary: String?
  /// `main = package.module:function`
  package var entryPoints: [String]
  /// The whole of it, for what is not read here.
  package var tree: V1.Fields

  package var fullName: String { "\(name)-\(version)-\(buildString)" }
}
