/// The lines of a `meta.yaml`, some of which are taken out and kept as they stand.
struct V0Rows {
  struct Kept {
    var lines: ClosedRange<Int>
    var text: String
  }

  private let source: [Substring]
  private var isTaken: [Bool]
  /// Where the sections of the top level begin.
  private let starts: [Int]
  /// Whole sections that are kept.
  private(set) var sections: [Kept] = []
  /// Lines above all sections that are kept.
  private(set) var header: [Kept] = []

  init(_ text: String) {
    let text = text.first == "\u{FEFF}" ? text.dropFirst() : text[...]
    let rows = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    isTaken = Array(repeating: false, count: rows.count)
    starts = rows.indices.filter { index in
      rows[index].first?.isLetter == true && rows[index].contains(":")
    }.map { $0 + 1 }
    source = rows
  }

  /// A line with several statements and nothing else becomes several.
  var all: [V0Row] {
    source.indices.flatMap { index -> [V0Row] in
      if isTaken[index] {
        let kept = header.first { $0.lines.lowerBound == index + 1 }
        // Its place among the variables.
        return [
          V0Row(text: kept.map { "{% set  = \($0.lines.lowerBound) %}" } ?? "", line: index + 1)
        ]
      }
      return Self.statements(source[index]).map { V0Row(text: String($0), line: index + 1) }
    }
  }

  private static func statements(_ line: Substring) -> [Substring] {
    guard line.drop(while: { $0 == " " }).hasPrefix("{%") else { return [line] }
    var statements: [Substring] = []
    var rest = line
    while let open = rest.firstRange(of: "{%"), let close = rest.firstRange(of: "%}"),
      open.lowerBound < close.lowerBound,
      rest[..<open.lowerBound].allSatisfy({ $0 == " " })
    {
      statements.append(rest[open.lowerBound..<close.upperBound])
      rest = rest[close.upperBound...]
    }
    return statements.count > 1 && rest.allSatisfy { $0 == " " } ? statements : [line]
  }

  /// Leaves lines out: assignments and what is above all sections alone, else the sections that they are in. Nil where they
  /// say what the package is, or nothing would be left.
  mutating func takeOut(_ lines: ClosedRange<Int>) -> Kept? {
    guard let first = starts.first else { return nil }
    let tag = V0Tag(String(source[lines.lowerBound - 1]))
    let isAssignment = lines.count == 1 && tag?.word == "set"
    if isAssignment || lines.upperBound < first {
      guard let kept = take(lines) else { return nil }
      header.append(kept)
      return kept
    }
    guard let start = starts.last(where: { $0 <= lines.lowerBound }) else { return nil }
    let end = (starts.first { $0 > lines.upperBound } ?? source.count + 1) - 1
    let isNeeded = starts.contains { line in
      (start...end).contains(line) && source[line - 1].hasPrefix("package")
    }
    guard !isNeeded, let kept = take(start...end) else { return nil }
    sections.append(kept)
    return kept
  }

  private mutating func take(_ lines: ClosedRange<Int>) -> Kept? {
    guard lines.contains(where: { !isTaken[$0 - 1] }) else { return nil }
    for line in lines { isTaken[line - 1] = true }
    let text = lines.map { source[$0 - 1] }.joined(separator: "\n")
    return Kept(lines: lines, text: text)
  }
}
