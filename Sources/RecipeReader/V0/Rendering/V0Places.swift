import Diagnostics
import YAML

/// Leads from places in the text that YAML read back to places in the recipe.
///
/// In between lie two selections of lines and one run of Jinja.
struct V0Places: Sendable {
  private let file: String
  /// Outermost first: the text that YAML read, what Jinja made, what the selectors left.
  private let steps: [MappedText]
  private let finalLines: [Int]
  private let final: [UInt8]
  private let source: V0Source
  /// Where the last places were found: the next one is often near.
  private var lastSegments: [Int]
  private var lastLine = 0

  init(file: String, steps: [MappedText], source: V0Source) {
    self.file = file
    self.steps = steps
    self.source = source
    lastSegments = steps.map { _ in 0 }
    final = steps.first?.bytes ?? []
    finalLines = V0Source.lineStarts(of: final)
  }

  mutating func mark(_ mark: YAMLMark) -> YAMLMark {
    var offset = V0Source.offset(of: mark, in: final, lines: finalLines)
    for index in steps.indices {
      offset = steps[index].source(of: offset, last: &lastSegments[index])
    }
    return source.mark(of: offset, lastLine: &lastLine)
  }

  func location(_ location: SourceLocation) -> SourceLocation {
    var places = self
    let place = places.mark(YAMLMark(line: location.line, column: location.column))
    return SourceLocation(place, in: file)
  }
}

/// The bytes of a recipe and where their lines begin.
struct V0Source: Sendable {
  let bytes: [UInt8]
  private let lines: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = Self.lineStarts(of: bytes)
  }

  static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    var next = 0
    while let found = PythonText.find(0x0A, in: bytes, from: next) {
      next = found + 1
      starts.append(next)
    }
    return starts
  }

  static func offset(of mark: YAMLMark, in bytes: [UInt8], lines: [Int]) -> Int {
    guard lines.indices.contains(mark.line - 1) else { return bytes.count }
    var offset = lines[mark.line - 1]
    var column = 1
    while column < mark.column, offset < bytes.count, bytes[offset] != 0x0A {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  func mark(of offset: Int) -> YAMLMark {
    var line = 0
    return mark(of: offset, lastLine: &line)
  }

  func mark(of offset: Int, lastLine line: inout Int) -> YAMLMark {
    line = lines.last(from: line) { $0 <= offset }
    let start = lines[line]
    let end = min(max(start, offset), bytes.count)
    let column = bytes[start..<end].reduce(into: 1) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 }
    return YAMLMark(line: line + 1, column: column)
  }
}
