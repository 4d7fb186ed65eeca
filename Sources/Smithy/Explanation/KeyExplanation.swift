package import Diagnostics

/// All that is known of one key on one platform.
package struct KeyExplanation: Sendable {
  package var key: String
  /// The values that jobs have, in order, each with the places that it comes from.
  package var values: [(value: String, places: [SourceLocation])]
  /// Whether jobs are told apart by it.
  package var tellsJobsApart: Bool
  /// The other keys whose values go with its values, row by row.
  package var zippedWith: [String]
  package var zipPlace: SourceLocation?
  /// What files and migrations made of it, in order.
  package var changes: [KeyChange]
  package var uses: [KeyUse]
}
