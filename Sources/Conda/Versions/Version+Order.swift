extension Version: Comparable {
  package static func < (a: Self, b: Self) -> Bool { a.order(to: b) == .less }
  package static func == (a: Self, b: Self) -> Bool { a.order(to: b) == .equal }

  enum Order { case less, equal, greater }

  func order(to other: Version) -> Order {
    if epoch != other.epoch { return epoch < other.epoch ? .less : .greater }
    let order = Self.order(release, other.release)
    return order == .equal ? Self.order(local, other.local) : order
  }

  /// Segment by segment; what one of them lacks, components and segments, counts as 0.
  static func order(_ a: ArraySlice<Part>, _ b: ArraySlice<Part>) -> Order {
    var (i, j) = (a.startIndex, b.startIndex)
    while i < a.endIndex || j < b.endIndex {
      var isFirst = true
      while true {
        let left = i < a.endIndex && (isFirst || !a[i].startsSegment)
        let right = j < b.endIndex && (isFirst || !b[j].startsSegment)
        if !left && !right { break }
        isFirst = false
        let x = left ? a[i].component : .zero
        let y = right ? b[j].component : .zero
        if x != y { return x < y ? .less : .greater }
        if left { i += 1 }
        if right { j += 1 }
      }
    }
    return .equal
  }
}

extension Version: Hashable {
  /// Equal versions differ only in zeros at the end of a segment and of the whole.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(epoch)
    for parts in [release, local] {
      var zeros = 0
      var emptySegments = 0
      for part in parts {
        if part.startsSegment {
          emptySegments += 1
          zeros = 0
        }
        if part.component.isZero {
          zeros += 1
        } else {
          hasher.combine(emptySegments)
          hasher.combine(zeros)
          hasher.combine(part.component)
          zeros = 0
          emptySegments = 0
        }
      }
      hasher.combine(-1)
    }
  }
}
