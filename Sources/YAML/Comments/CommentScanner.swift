/// Finds comments: outside of scalars, every `#` begins one.
struct CommentScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let scalars: [ScalarSpan]
  private var next = 0
  private var comments: [YAMLComment] = []

  static func comments(
    in bytes: UnsafeBufferPointer<UInt8>, besides scalars: [ScalarSpan]
  ) -> [YAMLComment] {
    var scanner = CommentScanner(bytes: bytes, scalars: scalars)
    scanner.scan()
    return scanner.comments
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, scalars: [ScalarSpan]) {
    self.bytes = bytes
    self.scalars = scalars
  }

  private mutating func scan() {
    let bytes = bytes
    var line = 1
    var start = 0
    var index = 0
    var hasHash = false
    while index < bytes.count {
      let byte = bytes[index]
      // Nearly all bytes are ASCII, and then only these matter.
      if byte < 0x80, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
        if byte == UInt8(ascii: "#") { hasHash = true }
        index += 1
        continue
      }
      let length = TextPlace.breakLength(at: index, in: bytes)
      guard length > 0 else {
        index += 1
        continue
      }
      if hasHash { scanLine(line, start..<index) }
      index += length
      start = index
      line += 1
      hasHash = false
    }
    if hasHash { scanLine(line, start..<index) }
  }

  private mutating func scanLine(_ line: Int, _ range: Range<Int>) {
    while next < scalars.count, scalars[next].end.line < line { next += 1 }
    var column = 1
    var index = range.lowerBound
    var scalar = next
    while index < range.upperBound {
      if scalar < scalars.count, scalars[scalar].covers(line, column) {
        let end = scalars[scalar].end
        guard end.line == line, end.column > column else {
          if end.line > line { return }
          scalar += 1
          continue
        }
        while column < end.column, index < range.upperBound { advance(&index, &column) }
        scalar += 1
        continue
      }
      if bytes[index] == UInt8(ascii: "#") {
        add(at: YAMLMark(line: line, column: column), index, in: range)
        return
      }
      advance(&index, &column)
    }
  }

  private func advance(_ index: inout Int, _ column: inout Int) {
    index += 1
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    column += 1
  }

  private mutating func add(at mark: YAMLMark, _ hash: Int, in line: Range<Int>) {
    var text = bytes[(hash + 1)..<line.upperBound]
    if text.first == UInt8(ascii: " ") { text.removeFirst() }
    while let last = text.last, last.isBlank { text.removeLast() }
    comments.append(
      YAMLComment(
        String(decoding: text, as: UTF8.self), at: mark,
        isWholeLine: bytes[line.lowerBound..<hash].allSatisfy(\.isBlank)))
  }
}

extension ScalarSpan {
  /// Whether the text has begun at this place; a block's header is not text.
  fileprivate func covers(_ line: Int, _ column: Int) -> Bool {
    if isBlock { return line > start.line }
    return line > start.line || (line == start.line && column >= start.column)
  }
}
