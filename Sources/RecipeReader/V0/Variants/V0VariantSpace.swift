package import Diagnostics

/// All variants that a stack of files allows: independent dimensions, never multiplied out before it
/// is known which of them a recipe uses.
package struct V0VariantSpace: Sendable {
  /// Keys whose values go together, row by row; most dimensions have one key.
  package struct Dimension: Hashable, Sendable {
    package var keys: [String]
    package var rows: [[String]]
  }

  package private(set) var dimensions: [Dimension] = []
  /// What never varies: `ignore_version` and other extended keys.
  package private(set) var lists: [String: [String]] = [:]

  /// Later files replace the keys of earlier ones.
  package init(_ files: [V0VariantFile]) throws(Diagnostic) {
    for file in files {
      for key in file.extendKeys where file[key] != nil {
        throw .extendedKey(key, at: file[key]?.place)
      }
    }
    let groups = Self.groups(of: files)
    let extended: Set = ["pin_run_as_build", "ignore_version", "ignore_build_only_deps"]
    var values: [String: [String]] = [:]
    var order: [String] = []
    for file in files {
      for entry in file.entries {
        guard case .values(let new) = entry.setting else { continue }
        if extended.contains(entry.key) {
          lists[entry.key, default: []] += new.filter {
            !(lists[entry.key]?.contains($0) ?? false)
          }
          continue
        }
        let group = groups.first { $0.contains(entry.key) } ?? [entry.key]
        try Self.take(entry, new, of: file, in: group, &values)
        for key in group where values[key] != nil && !order.contains(key) { order.append(key) }
      }
    }
    var placed: Set<String> = []
    for key in order where !placed.contains(key) {
      let group = groups.first { $0.contains(key) } ?? [key]
      placed.formUnion(group)
      let columns = group.map { values[$0] ?? [] }
      let count = columns.map(\.count).min() ?? 0
      var rows = (0..<count).map { row in columns.map { $0[row] } }
      rows = Self.narrowed(rows, group, by: files)
      if !rows.isEmpty { dimensions.append(Dimension(keys: group, rows: rows)) }
    }
  }

  /// The groups of all files, each once.
  private static func groups(of files: [V0VariantFile]) -> [[String]] {
    var groups: [[String]] = []
    for group in files.flatMap(\.zipGroups) where !groups.contains(group) { groups.append(group) }
    return groups
  }

  /// A file that has the whole group replaces it; one that has a part of it may choose among its rows.
  private static func take(
    _ entry: V0VariantFile.Entry, _ new: [String], of file: V0VariantFile, in group: [String],
    _ values: inout [String: [String]]
  ) throws(Diagnostic) {
    let given = group.compactMap { file[$0] }
    if given.count == group.count {
      for other in given {
        guard other.values.count == new.count else {
          throw .zippedLengthsDiffer(
            entry.key, new.count, other.key, other.values.count, at: entry.place)
        }
        values[other.key] = other.values
      }
      return
    }
    guard let before = values[entry.key] else { return }
    let fits = group.allSatisfy { key in
      (file[key].map { $0.values.count == new.count } ?? true)
        && (values[key].map { $0.count == new.count } ?? true)
    }
    if fits {
      values[entry.key] = new
    } else if let missing = new.first(where: { !before.contains($0) }) {
      throw .zippedKeyAlone(
        entry.key, missing, missingKeys: group.filter { file[$0] == nil }, at: entry.place)
    }
  }

  /// The rows that the files choose, the last one first; a choice that leaves none is none.
  private static func narrowed(
    _ rows: [[String]], _ group: [String], by files: [V0VariantFile]
  ) -> [[String]] {
    var rows = rows
    var seen: Set<String> = []
    for file in files.reversed() {
      for (column, key) in group.enumerated() {
        guard let entry = file[key], seen.insert(key).inserted else { continue }
        let kept = rows.filter { entry.values.contains($0[column]) }
        if !kept.isEmpty { rows = kept }
      }
    }
    return rows
  }
}

extension V0VariantSpace {
  /// Every key that varies or could.
  package var keys: [String] { dimensions.flatMap(\.keys) }

  /// The first row of each dimension.
  package var first: V0Variant { multiplied([]).first ?? V0Variant() }

  /// A mistake in a variant file must not fill the memory.
  package static let largestMatrix = 10_000

  /// The rows of the dimensions that one of the keys belongs to, multiplied; the first row of the others.
  /// Nil where these are more than ``largestMatrix``.
  package func variants(using used: Set<String>) -> [V0Variant]? {
    var count = 1
    for dimension in dimensions where !used.isDisjoint(with: dimension.keys) {
      count *= dimension.rows.count
      if count > Self.largestMatrix { return nil }
    }
    return multiplied(used)
  }

  private func multiplied(_ used: Set<String>) -> [V0Variant] {
    var variants = [V0Variant([:], lists: lists)]
    for dimension in dimensions {
      let varies = !used.isDisjoint(with: dimension.keys)
      let rows = varies ? dimension.rows : Array(dimension.rows.prefix(1))
      variants = variants.flatMap { variant in
        rows.map { row in
          var variant = variant
          for (key, value) in zip(dimension.keys, row) { variant.values[key] = value }
          return variant
        }
      }
    }
    return variants
  }

  /// With only the rows in which a key has its newest value.
  func keepingNewest(of key: String, isOlder: (String, String) -> Bool) -> V0VariantSpace {
    var space = self
    for index in dimensions.indices {
      guard let column = dimensions[index].keys.firstIndex(of: key),
        let newest = dimensions[index].rows.map({ $0[column] }).max(by: isOlder)
      else { continue }
      space.dimensions[index].rows.removeAll { $0[column] != newest }
    }
    return space
  }
}
