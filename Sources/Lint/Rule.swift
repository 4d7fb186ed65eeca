package import Diagnostics

/// One thing that can be wrong with a recipe.
///
/// Each rule has a file of its own, with its messages at the bottom; a message's name becomes the
/// finding's ID. A finding is an error where the package would be wrong or refused, and a warning
/// where the recipe is suspicious.
package protocol Rule: Sendable {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic]
}
