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
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return segments.first?.source ?? 0 }
    let segment = segments[low - 1]
    return segment.isCopy ? segment.source + offset - segment.start : segment.source
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
