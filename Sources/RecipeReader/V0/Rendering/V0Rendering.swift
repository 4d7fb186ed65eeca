package import Diagnostics

/// What one variant of a recipe builds.
package struct V0Rendering: Sendable {
  /// Empty when the variant is skipped, or when a finding says why nothing came of it.
  package var packages: [V0Package] = []
  package var isSkipped = false
  /// What skips the variant, or one of its outputs.
  package var skips: [Skip] = []
  /// What the recipe uses outside of its outputs.
  package var recipeKeys: Set<String> = []
  /// What its text uses anywhere.
  package var mentionedKeys: Set<String> = []
  package var findings: [Diagnostic] = []

  package struct Skip: Hashable, Sendable {
    /// Nil where the whole recipe is skipped.
    package var output: String?
    /// The line that says `skip`.
    package var place: SourceLocation
  }

  package init() {}
}
