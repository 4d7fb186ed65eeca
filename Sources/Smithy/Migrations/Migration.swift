import Diagnostics

/// A file of `.ci_support/migrations`: values that the pinning will have one day.
struct Migration: Sendable {
  enum Operation { case merge, keyAdd, keyRemove }

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
  var pins: [String: [String: String]]?
  var places: [String: SourceLocation] = [:]

  func place(of key: String) -> SourceLocation { places[key] ?? place }
}
