/// The name that somebody probably meant: "did you mean 'cuda'?".
package struct Suggestion: Hashable, Sendable {
  package let name: String
  /// How many edits away it is.
  package let distance: Int

  /// The nearest of the candidates, if it is near enough to be meant; of equals the first.
  package init?(for name: String, in candidates: some Sequence<String>) {
    let wanted = Array(name.lowercased().utf8)
    // A third of the letters may be wrong, and one of a short name.
    var limit = min(max(1, wanted.count / 3), 6)
    var best: String?
    for candidate in candidates {
      let other = Array(candidate.lowercased().utf8)
      guard abs(other.count - wanted.count) <= limit,
        let distance = Self.distance(wanted, other, atMost: limit)
      else { continue }
      if best == nil || distance < limit {
        best = candidate
        limit = distance
      }
      if distance == 0 { break }
    }
    guard let best else { return nil }
    self.name = best
    distance = limit
  }

  /// As a finding says it.
  package var remedy: String { "did you mean '\(name)'?" }

  /// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
  private static func distance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      if row.allSatisfy({ $0 > limit }) { return nil }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}

/// The nearest of the candidates to a name, if it is near enough to be meant.
package func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
  Suggestion(for: name, in: candidates)?.name
}
