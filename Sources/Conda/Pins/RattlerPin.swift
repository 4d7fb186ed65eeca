/// rattler-build's arithmetic on pins: segments are taken, or added, and the last one is counted
/// up.
struct RattlerPin {
  /// `2!`, or nothing.
  private let epoch: String
  private let segments: [Segment]
  /// `+cuda12`, or nothing.
  private let local: String

  /// What stands between two separators, with the one before it.
  private struct Segment {
    var separator: String
    var text: String
  }

  init(_ version: Version) {
    var rest = version.canonical(.rattler)[...]
    if let mark = rest.firstIndex(of: "!") {
      epoch = String(rest[...mark])
      rest = rest[rest.index(after: mark)...]
    } else {
      epoch = ""
    }
    let plus = rest.firstIndex(of: "+") ?? rest.endIndex
    local = String(rest[plus...])
    segments = Self.segments(of: rest[..<plus])
  }

  private static func segments(of text: Substring) -> [Segment] {
    var segments = [Segment(separator: "", text: "")]
    var rest = text
    while let next = rest.popFirst() {
      // The separator at the very end is openssl's underscore, part of a segment.
      if ".-_".contains(next), !rest.isEmpty {
        segments.append(Segment(separator: String(next), text: ""))
      } else {
        segments[segments.count - 1].text.append(next)
      }
    }
    return segments
  }

  func spec(_ lower: Pin.Bound?, _ upper: Pin.Bound?) throws(PinError) -> String {
    var bounds: [String] = []
    switch lower {
    case .places(let expression):
      bounds.append(">=" + epoch + Self.text(segments.prefix(expression.places)) + local)
    case .version(let version): bounds.append(">=" + version.canonical(.rattler))
    case nil: break
    }
    switch upper {
    case .places(let expression): bounds.append("<" + (try below(expression.places)))
    case .version(let version): bounds.append("<" + version.canonical(.rattler))
    case nil: break
    }
    return bounds.joined(separator: ",")
  }

  private static func text(_ segments: some Sequence<Segment>) -> String {
    segments.map { $0.separator + $0.text }.joined()
  }

  private func below(_ places: Int) throws(PinError) -> String {
    var taken = Array(segments.prefix(places))
    while taken.count < places { taken.append(Segment(separator: ".", text: "0")) }
    var last = SegmentCounter(taken[taken.count - 1].text)
    try last.countUp()
    taken[taken.count - 1].text = last.text
    return epoch + Self.text(taken) + (last.hasLetters ? "" : ".0a0")
  }
}

/// One segment, cut into numbers and letters.
private struct SegmentCounter {
  private var runs: [String]
  private let hasImpliedZero: Bool

  init(_ text: String) {
    runs = []
    for byte in text.utf8 {
      let character = String(Unicode.Scalar(byte))
      if let last = runs.last?.utf8.last, byte.isAlphanumeric, last.isAlphanumeric,
        last.isDigit == byte.isDigit
      {
        runs[runs.count - 1] += character
      } else {
        runs.append(character)
      }
    }
    // A segment that begins with a letter has a zero before it.
    hasImpliedZero = runs.first?.utf8.first.map { !$0.isDigit } ?? true
    if hasImpliedZero { runs.insert("0", at: 0) }
  }

  var text: String { runs.dropFirst(hasImpliedZero && runs[0] == "0" ? 1 : 0).joined() }

  private func isName(_ run: String) -> Bool {
    run.utf8.allSatisfy(\.isLetter) && run != "dev" && run != "post"
  }

  var hasLetters: Bool { runs.contains(where: isName) }

  mutating func countUp() throws(PinError) {
    if let index = runs.lastIndex(where: { $0.utf8.allSatisfy(\.isDigit) }) {
      let (next, over) = (UInt64(runs[index]) ?? .max).addingReportingOverflow(1)
      if over { throw PinError(cause: .numberTooLarge, offset: 0) }
      runs[index] = String(next)
    }
    // Letters behind it begin anew: 1.0.2j becomes 1.0.3a.
    if let index = runs.lastIndex(where: isName) { runs[index] = "a" }
  }
}
