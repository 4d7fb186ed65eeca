/// A text's lines and the questions that conda-build's patterns ask of their beginnings.
struct V0Lines {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = V0Source.lineStarts(of: bytes)
  }

  var count: Int { starts.count }

  /// Where a line begins.
  func range(_ line: Int) -> Int { starts[line] }

  subscript(line: Int) -> V0Line {
    let end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
    return V0Line(bytes: bytes[starts[line]..<end])
  }

  func first(where isWanted: (V0Line) -> Bool) -> Int? {
    starts.indices.first { isWanted(self[$0]) }
  }

  /// Where the first such line behind a line begins, or the end.
  func start(after line: Int, where isWanted: (V0Line) -> Bool) -> Int {
    let next = starts.indices.dropFirst(line + 1).first { isWanted(self[$0]) }
    return next.map { starts[$0] } ?? bytes.count
  }

  /// Where the first such line begins at or behind an offset, or the end.
  func start(behind offset: Int, where isWanted: (V0Line) -> Bool) -> Int {
    let next = starts.indices.first { starts[$0] >= offset && isWanted(self[$0]) }
    return next.map { starts[$0] } ?? bytes.count
  }
}

struct V0Line {
  let bytes: ArraySlice<UInt8>

  func starts(with text: String) -> Bool { bytes.starts(with: text.utf8) }

  private var trimmed: ArraySlice<UInt8> {
    bytes[PythonText.endOfSpace(in: bytes, from: bytes.startIndex)...]
  }

  func trimmedStarts(with text: String) -> Bool { trimmed.starts(with: text.utf8) }

  /// `^\w`
  var startsWithWord: Bool {
    guard let first = bytes.first else { return false }
    if first < 0x80 { return JinjaScanner.isNamePart(first) }
    return String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first.map(V0Specs.isWord)
      ?? false
  }

  /// `^ +- +(name|type)`, perhaps with a colon.
  func isOutputStart(withColon: Bool) -> Bool {
    var rest = bytes.drop { $0 == UInt8(ascii: " ") }
    guard rest.startIndex > bytes.startIndex, rest.first == UInt8(ascii: "-") else { return false }
    let dash = rest.startIndex
    rest = rest.dropFirst().drop { $0 == UInt8(ascii: " ") }
    guard rest.startIndex > dash + 1 else { return false }
    let end = withColon ? ":" : ""
    return rest.starts(with: "name\(end)".utf8) || rest.starts(with: "type\(end)".utf8)
  }

  /// `^\s+-\s(?=name|type)`
  var isItemOfNameOrType: Bool {
    let rest = trimmed
    guard rest.startIndex > bytes.startIndex, rest.first == UInt8(ascii: "-") else { return false }
    let name = rest.dropFirst(2)
    guard rest.count > 2,
      PythonText.endOfSpace(in: rest, from: rest.startIndex + 1) > rest.startIndex + 1
    else { return false }
    return name.starts(with: "name".utf8) || name.starts(with: "type".utf8)
  }

  /// `^\s*-\s+name:`
  var isNameItem: Bool {
    guard trimmed.first == UInt8(ascii: "-") else { return false }
    let rest = trimmed.dropFirst()
    let name = rest[PythonText.endOfSpace(in: rest, from: rest.startIndex)...]
    return name.startIndex > rest.startIndex && name.starts(with: "name:".utf8)
  }
}
