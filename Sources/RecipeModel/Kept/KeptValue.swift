package import Diagnostics

/// A part of a recipe that stays as its author wrote it, under the path of its keys in `recipe.yaml`.
///
/// It comes after everything that the model says, and replaces what it says of the same key.
package struct KeptValue: Hashable, Sendable {
  package var path: [String]
  package var value: RecipeValue
  package var location: SourceLocation?

  package init(_ path: [String], _ value: RecipeValue, at location: SourceLocation? = nil) {
    self.path = path
    self.value = value
    self.location = location
  }

  package static func == (a: Self, b: Self) -> Bool { a.path == b.path && a.value == b.value }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(value)
  }
}
