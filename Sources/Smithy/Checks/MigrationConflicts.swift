import Diagnostics

/// Migrations that can't both be right.
enum MigrationConflicts {
  static func check(_ migrations: [Migration]) throws(Diagnostic) {
    for (index, first) in migrations.enumerated() {
      for second in migrations.dropFirst(index + 1) {
        try checkOrder(first, second)
        try checkValues(first, second)
      }
    }
  }

  /// Of two values that the migrations bring, each calls another one the newer.
  private static func checkOrder(_ a: Migration, _ b: Migration) throws(Diagnostic) {
    for key in Set(a.ordering.keys).intersection(b.ordering.keys).sorted() {
      let (left, right) = (a.ordering[key] ?? [], b.ordering[key] ?? [])
      let brought = Set((a.values[key] ?? []) + (b.values[key] ?? []))
      let common = left.filter { brought.contains($0) && right.contains($0) }
      let places = common.compactMap { right.firstIndex(of: $0) }
      for (index, pair) in zip(places, places.dropFirst()).enumerated() where pair.0 > pair.1 {
        throw .migrationsOrderDifferently(
          key, common[index], common[index + 1], at: b.place(of: key), other: a.place(of: key))
      }
    }
  }

  /// One adds what the other removes.
  private static func checkValues(_ a: Migration, _ b: Migration) throws(Diagnostic) {
    let operations = [a.operation, b.operation]
    guard operations.contains(.keyAdd), operations.contains(.keyRemove) else { return }
    for key in Set(a.primaryKeys).intersection(b.primaryKeys).sorted() {
      for value in a.values[key] ?? [] where b.values[key]?.contains(value) ?? false {
        throw .migrationsAddAndRemove(
          key, value, at: b.place(of: key), other: a.place(of: key))
      }
    }
  }
}

extension Diagnostic {
  static func migrationsOrderDifferently(
    _ key: String, _ a: String, _ b: String, at place: SourceLocation, other: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "two migrations order '\(a)' and '\(b)' of '\(key)' differently",
      remedy: "give both the same ordering, or remove one of them",
      notes: [Note("the other one is here", at: other)])
  }

  static func migrationsAddAndRemove(
    _ key: String, _ value: String, at place: SourceLocation, other: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "one migration adds '\(value)' to '\(key)', and another removes it",
      remedy: "remove the one that is out of date",
      notes: [Note("the other one is here", at: other)])
  }
}
