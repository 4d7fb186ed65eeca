package import Diagnostics

/// What one step made of a key's values.
package struct KeyChange: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    /// A variant file gave the values.
    case file
    /// A variant file has the key, but too little of its group to count.
    case passedOver
    case migration(Migration.Operation)
  }

  package var step: Step
  package var place: SourceLocation
  package var before: [String]
  package var after: [String]

  package var added: [String] { Self.rest(of: after, without: before) }
  package var removed: [String] { Self.rest(of: before, without: after) }

  /// Values may stand several times, in rows that differ elsewhere.
  private static func rest(of values: [String], without others: [String]) -> [String] {
    var others = others
    return values.filter { value in
      guard let index = others.firstIndex(of: value) else { return true }
      others.remove(at: index)
      return false
    }
  }
}
