import Diagnostics

/// A file of `.ci_support/migrations`: values that the pinning will have one day.
package struct Migration: Sendable {
  package enum Operation: String, Sendable {
    case merge
    case keyAdd = "key_add"
    case keyRemove = "key_remove"
  }

  var file: String
  var place: SourceLocation
  /// Seconds since 1970; migrations apply in this order.
  var timestamp: Double
  var operation = Operation.merge
  var primaryKeys: [String] = []
  var additionalZipKeys: [String] = []
  /// Values from old to new, where they are no versions.
  var ordering: [String: [String]] = [:]
  var values: [String: [String]] = [:]
  var zipGroups: [[String]]?
  /// Where it says which keys go together.
  var zipPlace: SourceLocation?
  var pins: [String: [String: String]]?
  var places: [String: SourceLocation] = [:]
  /// Where each value stands.
  var valuePlaces: [String: [SourceLocation]] = [:]

  func place(of key: String) -> SourceLocation { places[key] ?? place }
}
