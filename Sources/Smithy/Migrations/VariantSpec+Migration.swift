import Diagnostics

extension VariantSpec {
  mutating func apply(_ migration: Migration) throws(Diagnostic) {
    let before = record == nil ? nil : self
    switch migration.operation {
    case .merge: try merge(migration)
    case .keyAdd: try addKey(migration)
    case .keyRemove: try removeKey(migration)
    }
    if let before {
      let after = self
      record?.take(migration, before: before, after)
    }
    for key in migration.values.keys { places[key] = migration.place(of: key) }
    integers.subtract(migration.values.keys)
  }

  /// Takes the newer of two values, position by position.
  private mutating func merge(_ migration: Migration) throws(Diagnostic) {
    let joint = Set(values.keys).intersection(migration.values.keys)
    let before = self
    for (key, new) in migration.values where before.values[key] == nil { values[key] = new }
    if let new = migration.pins { pins.merge(new) { _, last in last } }
    let groups = before.zipGroups + (migration.zipGroups ?? [])
    if let new = migration.zipGroups {
      zipGroups = zipGroups.isEmpty ? new : Self.joined(zipGroups, new)
      zipPlace = migration.place(of: "zip_keys")
    }
    var handled: Set<String> = []
    for primary in migration.primaryKeys {
      guard let right = migration.values[primary] else { continue }
      guard let left = before.values[primary] else {
        throw .migrationUnknownKey(primary, at: migration.place(of: primary))
      }
      let merged = try Self.merged(left, right, MigrationOrder(primary, of: migration))
      values[primary] = merged
      guard let group = groups.first(where: { $0.contains(primary) }) else {
        continue
      }
      // The others go where the primary key's values went.
      let chosen = (left + right).indices.filter { merged.contains((left + right)[$0]) }
      for key in group where key != primary {
        guard let left = before.values[key], let right = migration.values[key] else {
          throw .migrationLacksZippedKey(key, primary, at: migration.place(of: primary))
        }
        let all = left + right
        values[key] = chosen.filter(all.indices.contains).map { all[$0] }
      }
      handled.formUnion(group)
    }
    for key in joint.subtracting(handled).sorted() {
      guard let left = before.values[key], let right = migration.values[key] else { continue }
      values[key] = try Self.merged(left, right, MigrationOrder(key, of: migration))
    }
  }

  static func merged(
    _ left: [String], _ right: [String], _ order: MigrationOrder
  ) throws(Diagnostic) -> [String] {
    guard let ordering = order.ordering else {
      var result: [String] = []
      for (a, b) in zip(left, right) { result.append(try order.isOlder(a, b) ? b : a) }
      return result + left.dropFirst(result.count) + right.dropFirst(result.count)
    }
    var places: Set<Int> = []
    for value in left + right { places.insert(try order.index(value)) }
    let longer = max(left.count, right.count)
    if places.count < longer {
      if places.count == 1, let only = left.first {
        return Array(repeating: only, count: longer)
      }
      throw .migrationAmbiguous(order.key, at: order.place)
    }
    return places.sorted().suffix(longer).map { ordering[$0] }
  }

  /// A group that holds all keys of another takes its place.
  private static func joined(_ left: [[String]], _ right: [[String]]) -> [[String]] {
    let sizes: ([String], [String]) -> Bool = { $0.count > $1.count }
    var open = Set(left.map(Set.init))
    var result: [Set<String>] = []
    var rest: [Set<String>] = []
    for group in right.sorted(by: sizes) {
      let wanted = Set(group)
      let known = open.sorted { $0.count > $1.count }
      if let part = known.first(where: { $0.isSubset(of: wanted) }) {
        open.remove(part)
        result.append(wanted)
      } else {
        rest.append(wanted)
      }
    }
    result += Array(open) + rest
    return result.map { $0.sorted() }.sorted {
      $0.count == $1.count
        ? $0.joined(separator: "', '") < $1.joined(separator: "', '") : $0.count < $1.count
    }
  }
}
