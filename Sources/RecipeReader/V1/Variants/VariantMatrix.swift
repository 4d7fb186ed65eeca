import Diagnostics

extension V1 {
  /// Combines the values of used variant keys.
  struct VariantMatrix {
    let configuration: VariantConfiguration
    /// For findings: the variant files have none of their own here.
    let location: SourceLocation

    /// More than any recipe has; a mistake in a variant file must not fill the memory.
    static let limit = 20_000

    /// One axis: rows of values that are taken together.
    private struct Axis {
      let rows: [[(key: VariantKey, value: Value)]]
    }

    /// All combinations, in the order in which the engine prints them.
    func combinations(of used: Set<VariantKey>) throws(Diagnostic) -> [Combination] {
      var axes: [Axis] = []
      let groups = configuration.zipKeys ?? []
      for group in groups { if let axis = try axis(of: group, used) { axes.append(axis) } }
      let zipped = Set(groups.joined())
      for key in used.sorted() where !zipped.contains(key) {
        axes.append(Axis(rows: (configuration[key] ?? []).map { [(key, $0)] }))
      }
      return try product(axes)
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
      return Axis(
        rows: (0..<count).map { row in zip(keys, columns).map { ($0, $1[row]) } })
    }

    private func product(
      _ axes: [Axis], isSorted: Bool = true
    ) throws(Diagnostic) -> [Combination] {
      var combinations = [Combination()]
      for axis in axes {
        guard combinations.count * axis.rows.count <= Self.limit else {
          throw .tooManyVariants(limit: Self.limit, at: location)
        }
        combinations = combinations.flatMap { combination in
          axis.rows.map { row in
            var next = combination
            for (key, value) in row { next[key] = value }
            return next
          }
        }
      }
      guard isSorted, combinations.count > 1 else { return combinations }
      return combinations.map { (key: $0.sortKey, value: $0) }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    /// A combination with all values of further keys.
    func expanded(
      _ combination: Combination, by keys: Set<VariantKey>
    ) throws(Diagnostic) -> [Combination] {
      try product(
        [Axis(rows: [combination.entries])]
          + keys.sorted().map { key in Axis(rows: (configuration[key] ?? []).map { [(key, $0)] }) },
        isSorted: false)
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
