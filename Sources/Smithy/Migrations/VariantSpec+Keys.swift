import Diagnostics

extension VariantSpec {
  /// Adds rows to the group of the primary key, in its order.
  mutating func addKey(_ migration: Migration) throws(Diagnostic) {
    guard let primary = migration.primaryKeys.first, let new = migration.values[primary] else {
      return
    }
    guard values[primary] != nil else {
      throw .migrationUnknownKey(primary, at: migration.place(of: primary))
    }
    let before = values
    let added = widenGroup(of: primary, by: migration.additionalZipKeys)
    let group = zipGroups.last { $0.contains(primary) } ?? [primary]
    let order = MigrationOrder(primary, of: migration)
    for key in group where migration.values[key] == nil {
      throw .migrationLacksZippedKey(key, primary, at: migration.place(of: primary))
    }
    for index in new.indices {
      var columns: [[String]] = []
      for key in group {
        var column = values[key] ?? []
        if added.contains(key), index == 0 || column.count == 1 {
          guard column.count == 1 else {
            throw .migrationCannotSpread(key, column, at: migration.place(of: key))
          }
          column = Array(repeating: column[0], count: before[primary]?.count ?? 0)
        }
        columns.append(column)
      }
      let count = columns.map(\.count).min() ?? 0
      let rows = (0..<count).map { row in columns.map { $0[row] } }
      var row: [String] = []
      for key in group {
        guard let value = migration.values[key], value.indices.contains(index) else {
          throw .migrationLacksZippedKey(key, primary, at: migration.place(of: key))
        }
        row.append(value[index])
      }
      if rows.contains(row) { continue }
      let all = Array(Set(rows + [row])).sorted { $0.lexicographicallyPrecedes($1) }
      let column = group.firstIndex(of: primary) ?? 0
      let ordered = try order.sorted(all, by: column)
      for (column, key) in group.enumerated() { values[key] = ordered.map { $0[column] } }
    }
    try orderOthers(migration, before, except: added.union([primary]))
  }

  /// Keys with an ordering of their own that the group has nothing to do with.
  private mutating func orderOthers(
    _ migration: Migration, _ before: [String: [String]], except handled: Set<String>
  ) throws(Diagnostic) {
    for key in migration.ordering.keys.sorted() where !handled.contains(key) {
      guard let left = before[key], let right = migration.values[key] else {
        throw .migrationUnknownKey(key, at: migration.place(of: key))
      }
      values[key] = try Self.merged(left, right, MigrationOrder(key, of: migration))
    }
  }

  /// - Returns: the keys that are new in the group.
  private mutating func widenGroup(of primary: String, by keys: [String]) -> Set<String> {
    guard !keys.isEmpty else { return [] }
    guard let index = zipGroups.firstIndex(where: { $0.contains(primary) }) else {
      zipGroups.append([primary] + keys)
      return Set(keys)
    }
    let new = keys.filter { !zipGroups[index].contains($0) }
    zipGroups[index] += new
    return Set(new)
  }

  /// Removes the primary key's value with its row.
  mutating func removeKey(_ migration: Migration) throws(Diagnostic) {
    guard let primary = migration.primaryKeys.first, let gone = migration.values[primary] else {
      return
    }
    guard gone.count == 1 else {
      throw .migrationRemovesSeveral(primary, at: migration.place(of: primary))
    }
    guard let old = values[primary], old.contains(gone[0]) else { return }
    let order = MigrationOrder(primary, of: migration)
    let sorted = try order.sorted(Array(Set(old)).sorted().map { [$0] }, by: 0).map { $0[0] }
    let kept = sorted.filter { $0 != gone[0] }
    let places = kept.compactMap { old.firstIndex(of: $0) }
    values[primary] = kept
    for group in zipGroups where group.contains(primary) {
      for key in group where key != primary {
        let column = values[key] ?? []
        values[key] = places.filter(column.indices.contains).map { column[$0] }
      }
    }
  }
}
