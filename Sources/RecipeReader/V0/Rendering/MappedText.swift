/// A text made from another one that remembers where each part of it came from.
///
/// Selectors drop lines and Jinja inserts others, yet a finding has to point at what was written.
package struct MappedText: Sendable {
  private struct Segment: Sendable {
    var start: Int
    var source: Int
    /// Copied letter by letter, or all from one place (`{{ version }}`).
    var isCopy: Bool
  }

  package private(set) var bytes: [UInt8] = []
  private var segments: [Segment] = []

  package init() {}

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Adds what was copied from `source` on.
  mutating func append(_ copied: ArraySlice<UInt8>, from source: Int) {
    if copied.isEmpty { return }
    if let last = segments.last, last.isCopy, last.source + (bytes.count - last.start) == source {
      bytes += copied
      return
    }
    segments.append(Segment(start: bytes.count, source: source, isCopy: true))
    bytes += copied
  }

  /// Adds what an expression at `source` made.
  mutating func append(made text: String, at source: Int) {
    if text.isEmpty { return }
    segments.append(Segment(start: bytes.count, source: source, isCopy: false))
    bytes += text.utf8
  }

  /// Where in the source the byte at `offset` comes from.
  package func source(of offset: Int) -> Int {
    var last = 0
    return source(of: offset, last: &last)
  }

  /// - Parameter last: the segment of the last question, which the next one is often not far behind.
  func source(of offset: Int, last: inout Int) -> Int {
    guard !segments.isEmpty else { return 0 }
    last = segments.last(from: last) { $0.start <= offset }
    let segment = segments[last]
    return segment.isCopy ? segment.source + max(0, offset - segment.start) : segment.source
  }

  /// What was copied from a part of the source. Only for texts whose lines are copied in order.
  func part(copiedFrom range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[offset(ofCopy: range.lowerBound)..<offset(ofCopy: range.upperBound)]
  }

  /// Where the first byte lies that was copied from `source` or from behind it.
  private func offset(ofCopy source: Int) -> Int {
    guard let first = segments.first, first.source < source else { return 0 }
    let index = segments.last(from: 0) { $0.source < source }
    let next = index + 1 < segments.count ? segments[index + 1].start : bytes.count
    return min(next, segments[index].start + source - segments[index].source)
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Array {
  /// The last element of the leading ones for which something holds, or the first one.
  ///
  /// - Parameter start: where to look first, and a little behind it.
  func last(from start: Int, where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    if start < count, holds(self[start]) {
      low = start
      for next in (start + 1)..<Swift.max(start + 1, Swift.min(count, start + 4)) {
        guard holds(self[next]) else { return next - 1 }
        low = next
      }
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle } else { high = middle }
    }
    return low
  }
}
