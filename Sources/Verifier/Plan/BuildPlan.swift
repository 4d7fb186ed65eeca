package import Conda
package import RecipeReader

/// What a verification builds: one variant of a recipe, rendered, and where its files lie.
package struct BuildPlan: Sendable {
  /// What people call it.
  package var name: String
  /// Where its results lie below the folder of all verifications: each variant has its own.
  package var area: String
  /// What tells it from the recipe's other variants: `cuda_compiler_version=13.0`; empty if there are none.
  package var variant = ""
  package var platform: Platform
  /// The folder of `recipe.yaml` and what belongs to it.
  package var recipeFolder: String
  /// In the order that they are built in.
  package var outputs: [PlannedOutput]
  package var places: RecipePlaces

  package init(
    name: String, area: String? = nil, platform: Platform, recipeFolder: String,
    outputs: [PlannedOutput], places: RecipePlaces
  ) {
    self.name = name
    self.area = area ?? name
    self.platform = platform
    self.recipeFolder = recipeFolder
    self.outputs = outputs
    self.places = places
  }

  /// A name for a variant's folder, which stays the same whichever other variants there are.
  package static func folder(for outputs: [PlannedOutput]) -> String {
    let names = outputs.map { "\($0.fullName) \($0.hash)" }.joined(separator: "\n")
    return "\(outputs.first?.buildString ?? "none")-\(Fingerprint.of(names).prefix(8))"
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
