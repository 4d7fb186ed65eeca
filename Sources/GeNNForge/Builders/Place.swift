package import Diagnostics

/// A place in a Swift file; equal to every other, so that descriptions compare by what they say.
public struct RecipePlace: Hashable, Sendable {
  package var location: SourceLocation

  init(_ file: String, _ line: Int, _ column: Int) {
    location = SourceLocation(file: file, line: line, column: column)
  }

  /// Always true: a place is no part of what a line says.
  public static func == (a: RecipePlace, b: RecipePlace) -> Bool { true }
  /// Adds nothing.
  public func hash(into hasher: inout Hasher) {}
}
