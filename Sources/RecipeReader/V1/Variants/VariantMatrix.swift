import Diagnostics

extension V1 {
  /// Combines the values of used variant keys.
  struct VariantMatrix {
    let configuration: VariantConfiguration
    /// For findings: the variant files have none of their own here.
    let location: SourceLocation

    /// More than any recipe has; a mistake in a variant file must not fill the memory.
    static let limit = 20_000

    /// Keys whose values are taken together, row by row.
    private struct Axis {
      let keys: [VariantKey]
      let rows: [[Value]]
    }

    /// All combinations, in the order in which the engine prints them.
    func combinations(of used: Set<VariantKey>) throws(Diagnostic) -> [Combination] {
      var axes: [Axis] = []
      let groups = configuration.zipKeys ?? []
      for group in groups { if let axis = try axis(of: group, used) { axes.append(axis) } }
      let zipped = Set(groups.joined())
      for key in used.sorted() where !zipped.contains(key) {
        axes.append(axis(of: key))
      }
      return Self.sorted(try product(axes))
    }

    private func axis(of group: [VariantKey], _ used: Set<VariantKey>) throws(Diagnostic) -> Axis? {
      guard group.count > 1 else { throw .singleZipKey(at: location) }
      let lengths = group.map { configuration[$0]?.count }
      if !lengths.contains(nil), let first = lengths.first {
        for (key, length) in zip(group, lengths) where length != first {
          throw .unequalZipKeys(key.spelling, group.map(\.spelling), at: location)
        }
      }
      let keys = group.filter { used.contains($0) && configuration[$0] != nil }
      guard !keys.isEmpty else { return nil }
      let columns = keys.map { configuration[$0] ?? [] }
      let count = columns.map(\.count).min() ?? 0
      return Axis(keys: keys, rows: (0..<count).map { row in columns.map { $0[row] } })
    }

    private func axis(of key: VariantKey) -> Axis {
      Axis(keys: [key], rows: (configuration[key] ?? []).map { [$0] })
    }

    /// The last axis turns fastest.
    private func product(_ axes: [Axis]) throws(Diagnostic) -> [Combination] {
      var count = 1
      for axis in axes {
        count *= axis.rows.count
        guard count <= Self.limit else { throw .tooManyVariants(limit: Self.limit, at: location) }
      }
      var places: [(key: VariantKey, axis: Int, column: Int)] = []
      for (index, axis) in axes.enumerated() {
        for (column, key) in axis.keys.enumerated() {
          // A key of two groups takes its value from the last one.
          places.removeAll { $0.key == key }
          places.append((key, index, column))
        }
      }
      places.sort { $0.key < $1.key }
      return (0..<count).map { number in
        var rest = number
        var rows = axes.map { _ in 0 }
        for index in axes.indices.reversed() {
          rows[index] = rest % axes[index].rows.count
          rest /= axes[index].rows.count
        }
        return Combination(
          sorted: places.map { ($0.key, axes[$0.axis].rows[rows[$0.axis]][$0.column]) })
      }
    }

    private static func sorted(_ combinations: [Combination]) -> [Combination] {
      guard combinations.count > 1 else { return combinations }
      return combinations.map { (key: $0.sortKey, value: $0) }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    /// A combination with all values of further keys.
    func expanded(
      _ combination: Combination, by keys: Set<VariantKey>
    ) throws(Diagnostic) -> [Combination] {
      let known = Axis(
        keys: combination.entries.map(\.key), rows: [combination.entries.map(\.value)])
      return try product([known] + keys.sorted().map(axis))
    }
  }
}

extension Diagnostic {
  static func singleZipKey(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "a group of zip_keys has fewer than two keys",
      remedy: "write zip_keys as a list of lists")
  }

  static func unequalZipKeys(
    _ key: String, _ group: [String], at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(key)' has another number of values than the keys that zip_keys ties it to",
      remedy: "give \(group.joined(separator: ", ")) as many values each")
  }

  static func tooManyVariants(limit: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the recipe has more than \(limit) variants",
      remedy: "tie keys together with zip_keys or use fewer of them")
  }
}
