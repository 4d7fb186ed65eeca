/// Which of the two formats of conda recipes.
package enum RecipeFormat: String, Sendable, Hashable, CaseIterable {
  /// `meta.yaml`, for conda-build.
  case v0
  /// `recipe.yaml`, for rattler-build.
  case v1
}
