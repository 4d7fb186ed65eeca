package import Diagnostics

/// Combinations that one `skip` leaves out.
package struct SkipExplanation: Sendable {
  /// Nil where it skips the whole recipe.
  package var output: String?
  package var place: SourceLocation
  /// The condition as it stands there.
  package var text: String
  /// The values that the condition asks for, each combination once; none where it asks for the
  /// platform alone.
  package var combinations: [[String: String]]
}
