import Conda
import Diagnostics

/// How a migration compares the values of one key: by its ordering, or as versions.
struct MigrationOrder {
  let key: String
  let ordering: [String]?
  let place: SourceLocation

  init(_ key: String, of migration: Migration) {
    self.key = key
    ordering = migration.ordering[key]
    place = migration.place(of: key)
  }

  func index(_ value: String) throws(Diagnostic) -> Int {
    guard let index = ordering?.firstIndex(of: value) else {
      throw .migrationNotInOrdering(value, key, at: place)
    }
    return index
  }

  func isOlder(_ a: String, _ b: String) throws(Diagnostic) -> Bool {
    if ordering != nil { return try index(a) < index(b) }
    switch (Self.version(a), Self.version(b)) {
    case (let first?, let second?): return first < second
    case (nil, nil): return a < b
    default: throw .migrationNotComparable(a, b, key, at: place)
    }
  }

  /// `3.12.* *_cpython` is compared as `3.12.1.1_cpython`.
  private static func version(_ value: String) -> Version? {
    let text = String(value.map { $0 == " " ? "." : $0 == "*" ? "1" : $0 })
    return try? Version(text)
  }

  /// Keeps the order of what is equal.
  func sorted(_ rows: [[String]], by column: Int) throws(Diagnostic) -> [[String]] {
    var result: [[String]] = []
    for row in rows {
      var place = result.count
      while place > 0, try isOlder(row[column], result[place - 1][column]) { place -= 1 }
      result.insert(row, at: place)
    }
    return result
  }
}
