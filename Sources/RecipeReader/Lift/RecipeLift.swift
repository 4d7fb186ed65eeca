package import Diagnostics
package import RecipeModel

/// Recipes of any format as models, their conditions still inside.
package enum RecipeLift {
  /// A `recipe.yaml`. What the model has no word for stays in it as text, with a note that quotes it.
  /// - Parameter forV0: tests become what conda-build can do of them.
  package static func v1(
    _ text: String, file: String, files: [RecipeFile] = [], forV0: Bool = false
  ) -> (recipe: Recipe?, findings: Findings) {
    var lift = V1Lift(file: file)
    lift.isForV0 = forV0
    var recipe = lift.recipe(text)
    recipe?.files = files.map { Located($0) }
    return (recipe, lift.findings)
  }

  /// A `meta.yaml`.
  /// - Parameter forV1: specs become what they mean to rattler-build, too.
  package static func v0(
    _ text: String, file: String, files: [RecipeFile] = [], forV1: Bool = false
  ) -> (recipe: Recipe?, findings: Findings) {
    var lift = V0Lift(file: file)
    lift.isForV1 = forV1
    var recipe = lift.recipe(text)
    recipe?.files = files.map { Located($0) }
    return (recipe, lift.findings)
  }
}
