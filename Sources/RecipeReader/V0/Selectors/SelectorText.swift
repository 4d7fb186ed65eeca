/// A text whose lines carry selectors: cut into lines once, selected for each variant.
package struct SelectorText: Sendable {
  private struct Line: Sendable {
    var kept: Range<Int>
    var closing: UInt8?
    /// Index into `selectors`.
    var selector: Int?

    var isPlain: Bool { closing == nil && selector == nil }
  }

  private let bytes: [UInt8]
  private var lines: [Line] = []
  private var selectors: [(text: String, offset: Int)] = []
  private var expressions: [Result<SelectorExpression, PythonError>] = []

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    defer { lines = Self.joined(lines, bytes) }
    var known: [String: Int] = [:]
    for whole in PythonLines.split(bytes) {
      let end = PythonText.startOfSpace(in: whole, before: whole.endIndex)
      let line = whole[..<end]
      let first = PythonText.endOfSpace(in: line, from: line.startIndex)
      // Comment lines and empty ones stay as empty lines.
      if first == end || line[first] == UInt8(ascii: "#") {
        lines.append(Line(kept: whole.startIndex..<whole.startIndex))
        continue
      }
      guard let parts = SelectorLine(line) else {
        lines.append(Line(kept: whole.startIndex..<end))
        continue
      }
      let text = String(decoding: bytes[parts.selector], as: UTF8.self)
      var index = known[text]
      if index == nil {
        index = selectors.count
        known[text] = selectors.count
        selectors.append((text, parts.selector.lowerBound))
        expressions.append(Self.parse(text))
      }
      lines.append(Line(kept: parts.kept, closing: parts.closing, selector: index))
    }
  }

  /// Lines without selectors that stand one behind the other as they are copied are copied at once.
  private static func joined(_ lines: [Line], _ bytes: [UInt8]) -> [Line] {
    var joined: [Line] = []
    for line in lines {
      if let last = joined.last, last.isPlain, line.isPlain,
        last.kept.upperBound + 1 == line.kept.lowerBound,
        bytes[last.kept.upperBound] == UInt8(ascii: "\n")
      {
        joined[joined.count - 1].kept = last.kept.lowerBound..<line.kept.upperBound
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  private static func parse(_ text: String) -> Result<SelectorExpression, PythonError> {
    // Python does not mind white space before the expression.
    let trimmed = PythonText.stripped(text, of: nil, left: true, right: false)
    return Result { () throws(PythonError) in try SelectorExpression(trimmed) }
  }

  /// The lines whose selectors are true for these names, without their selectors.
  package func selected(for names: SelectorNames, _ runtime: PythonRuntime)
    throws(SelectorFailure) -> MappedText
  {
    var answers: [Bool?] = Array(repeating: nil, count: selectors.count)
    var text = MappedText()
    text.reserve(bytes.count)
    for line in lines {
      if let index = line.selector {
        let answer: Bool
        if let known = answers[index] {
          answer = known
        } else {
          answer = try evaluate(index, names, runtime)
          answers[index] = answer
        }
        if !answer { continue }
      }
      text.append(bytes[line.kept], from: line.kept.lowerBound)
      if let closing = line.closing { text.append([closing], from: line.kept.upperBound) }
      text.append([UInt8(ascii: "\n")], from: line.kept.upperBound)
    }
    if text.bytes.isEmpty { text.append([UInt8(ascii: "\n")], from: 0) }
    return text
  }

  private func evaluate(_ index: Int, _ names: SelectorNames, _ runtime: PythonRuntime)
    throws(SelectorFailure) -> Bool
  {
    do throws(PythonError) {
      let expression = expressions[index]
      return try names.answer(to: selectors[index].text) { () throws(PythonError) in
        try expression.get().isSelected(among: names, runtime)
      }
    } catch {
      throw SelectorFailure(
        selector: selectors[index].text, offset: selectors[index].offset, reason: error)
    }
  }
}
