package import Diagnostics

/// A part of a recipe that stays as its author wrote it, under the path of its keys.
///
/// It comes after everything that the model says, and replaces what it says of the same key.
package struct KeptValue: Hashable, Sendable {
  /// Whose keys the path consists of.
  package enum Format: Hashable, Sendable {
    /// `meta.yaml`. `if` and `then` in the value stand for selectors.
    case v0
    /// `recipe.yaml`.
    case v1
  }

  package var path: [String]
  package var value: RecipeValue
  package var format: Format
  package var location: SourceLocation?
  /// What people wrote inside of it; no part of equality.
  package var comments: [ValueComment] = []

  package init(
    _ path: [String], _ value: RecipeValue, format: Format = .v1,
    at location: SourceLocation? = nil
  ) {
    self.path = path
    self.value = value
    self.format = format
    self.location = location
  }

  package static func == (a: Self, b: Self) -> Bool {
    a.path == b.path && a.value == b.value && a.format == b.format
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(value)
  }
}
