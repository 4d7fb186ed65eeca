import Diagnostics
import RecipeReader

/// Where values come from: kept while they are put together.
struct VariantRecord: Sendable {
  private(set) var changes: [String: [KeyChange]] = [:]
  /// For each value of a key, in the order of the values; nil for what conda-build assumes.
  private(set) var marks: [String: [SourceLocation?]] = [:]
  private(set) var zips: [Set<String>: SourceLocation] = [:]

  /// After a variant file was taken.
  mutating func take(
    _ file: V0VariantFile, before: [String: [String]], _ values: [String: [String]]
  ) {
    for (group, place) in zip(file.zipGroups, file.zipGroupPlaces) { zips[Set(group)] = place }
    for entry in file.entries {
      guard case .values(let new) = entry.setting, let now = values[entry.key] else { continue }
      take(
        entry.key, new, at: entry.valuePlaces, in: entry.place, before: before[entry.key], now: now)
    }
  }

  /// After a key of a file was taken, or was not. What conda-build assumes is nothing that a file replaces.
  mutating func take(
    _ key: String, _ new: [String], at places: [SourceLocation], in file: SourceLocation,
    before: [String]?, now: [String]?
  ) {
    let isTaken = now == new
    let before = marks[key] == nil ? [] : before ?? []
    if isTaken {
      marks[key] =
        places.count == new.count ? places : Array(repeating: file, count: new.count)
    }
    changes[key, default: []].append(
      KeyChange(
        step: isTaken ? .file : .passedOver, place: file, before: before, after: now ?? []))
  }

  mutating func note(_ group: [String], at place: SourceLocation) { zips[Set(group)] = place }

  /// After a migration: rows that were there keep their places, the others are the migration's.
  mutating func take(_ migration: Migration, before: VariantSpec, _ after: VariantSpec) {
    for group in after.zipGroups where !before.zipGroups.contains(group) {
      if zips[Set(group)] == nil { zips[Set(group)] = migration.zipPlace ?? migration.place }
    }
    var keys = Set(migration.values.keys)
    for group in after.zipGroups where !keys.isDisjoint(with: group) { keys.formUnion(group) }
    let old = marks
    for key in keys {
      guard let now = after.values[key] else { continue }
      let group = after.zipGroups.first { $0.contains(key) } ?? [key]
      marks[key] = now.indices.map {
        mark(of: key, row: $0, in: group, migration, before, after, old)
      }
      let was = before.values[key] ?? []
      guard migration.values[key] != nil || was != now else { continue }
      changes[key, default: []].append(
        KeyChange(
          step: .migration(migration.operation), place: migration.place(of: key), before: was,
          after: now))
    }
  }

  private func mark(
    of key: String, row: Int, in group: [String], _ migration: Migration, _ before: VariantSpec,
    _ after: VariantSpec, _ old: [String: [SourceLocation?]]
  ) -> SourceLocation? {
    func value(_ spec: [String: [String]], _ key: String, _ row: Int) -> String? {
      spec[key].flatMap { $0.indices.contains(row) ? $0[row] : nil }
    }
    func isSame(_ spec: [String: [String]], _ other: Int) -> Bool {
      group.allSatisfy { key in
        guard let there = value(spec, key, other) else { return spec[key]?.count ?? 0 < 2 }
        return there == value(after.values, key, row)
      }
    }
    let was = before.values[key] ?? []
    if let same = was.indices.first(where: { isSame(before.values, $0) }),
      let mark = old[key].flatMap({ $0.indices.contains(same) ? $0[same] : nil })
    {
      return mark
    }
    let places = migration.valuePlaces[key] ?? []
    if let new = places.indices.first(where: { isSame(migration.values, $0) }) {
      return places[new]
    }
    let now = value(after.values, key, row)
    if let index = was.firstIndex(where: { $0 == now }), let marks = old[key],
      marks.indices.contains(index)
    {
      return marks[index]
    }
    if let index = migration.values[key]?.firstIndex(where: { $0 == now }),
      places.indices.contains(index)
    {
      return places[index]
    }
    return migration.place(of: key)
  }
}
