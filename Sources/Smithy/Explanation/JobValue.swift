package import Diagnostics

/// The values of a key in one job, and where each of them comes from.
package struct JobValue: Hashable, Sendable {
  package var key: String
  package var values: [String]
  /// Nil for what no file says.
  package var places: [SourceLocation?]
}
