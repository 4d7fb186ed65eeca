extension Version {
  /// Whether this version begins with another: what `1.2.*` and `=1.2` ask.
  ///
  /// conda compares the last piece as a string (`1.2al` is a prefix of `1.2alpha`), rattler piece
  /// by piece.
  package func starts(with prefix: Version, dialect: Dialect = .conda) -> Bool {
    guard dialect.isRattler else { return startsAsConda(with: prefix) }
    return epoch == prefix.epoch && Self.starts(release, with: prefix.release)
      && Self.starts(local, with: prefix.local)
  }

  private func startsAsConda(with prefix: Version) -> Bool {
    guard epoch == prefix.epoch else { return false }
    if prefix.local.isEmpty { return Self.startsAsConda(release, with: prefix.release) }
    return Self.order(release, prefix.release) == .equal
      && Self.startsAsConda(local, with: prefix.local)
  }

  private static func startsAsConda(
    _ parts: ArraySlice<Part>, with prefix: ArraySlice<Part>
  ) -> Bool {
    guard let lastSegment = prefix.lastIndex(where: \.startsSegment) else { return true }
    let segments = prefix[..<lastSegment].count(where: \.startsSegment)
    let cut = parts.segmentStart(segments)
    guard order(parts[..<cut], prefix[..<lastSegment]) == .equal else { return false }
    let segment = parts[cut..<parts[cut...].segmentStart(1)]
    let wanted = prefix[lastSegment...]
    let last = wanted.endIndex - 1
    let cutLast = min(segment.startIndex + (last - lastSegment), segment.endIndex)
    guard order(segment[..<cutLast], wanted[..<last]) == .equal else { return false }
    let found = cutLast < segment.endIndex ? segment[cutLast].component : .zero
    switch (wanted[last].component, found) {
    case (.text(let wanted), .text(let found)): return found.utf8.starts(with: wanted.utf8)
    case (let wanted, let found): return wanted == found
    }
  }

  /// rattler's rule; `droppingLast` is for `~=`, which leaves the last segment open.
  static func starts(
    _ parts: ArraySlice<Part>, with prefix: ArraySlice<Part>, droppingLast: Bool = false
  ) -> Bool {
    var prefix = prefix
    if droppingLast {
      prefix = prefix[..<(prefix.lastIndex(where: \.startsSegment) ?? prefix.startIndex)]
    }
    var (i, j) = (parts.startIndex, prefix.startIndex)
    var hadMore = false
    while j < prefix.endIndex {
      let wanted = prefix[j..<prefix[j...].segmentStart(1)]
      j = wanted.endIndex
      guard i < parts.endIndex else {
        if wanted.allSatisfy(\.component.isZero) { continue }
        return false
      }
      if hadMore { return false }
      let found = parts[i..<parts[i...].segmentStart(1)]
      i = found.endIndex
      for (x, y) in zip(found, wanted) where x.component != y.component { return false }
      if found.count < wanted.count {
        guard wanted.dropFirst(found.count).allSatisfy(\.component.isZero) else { return false }
      }
      hadMore = found.count > wanted.count
    }
    return true
  }
}

extension ArraySlice<Version.Part> {
  /// Where the segment with a number (from 0) starts; the end if there are fewer.
  func segmentStart(_ number: Int) -> Int {
    var seen = -1
    for index in indices where self[index].startsSegment {
      seen += 1
      if seen == number { return index }
    }
    return endIndex
  }
}
