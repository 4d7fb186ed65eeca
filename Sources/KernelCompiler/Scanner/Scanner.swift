import Diagnostics

/// Takes a snippet apart into tokens.
struct Scanner {
  let source: SnippetSource
  private(set) var findings: [Diagnostic] = []
  private var tokens: [Token] = []
  var position = 0

  init(_ source: SnippetSource) { self.source = source }

  /// The tokens, the last of which is `end`, and what is wrong with the rest.
  static func scan(_ source: SnippetSource) -> (tokens: [Token], findings: [Diagnostic]) {
    var scanner = Scanner(source)
    guard source.bytes.count <= SnippetSource.largest else {
      scanner.report(.snippetTooLong(source.title, bytes: source.bytes.count, at: scanner.place(0)))
      return ([Token(kind: .end, text: "", offset: 0)], scanner.findings)
    }
    while scanner.position < source.bytes.count { scanner.next() }
    scanner.add(.end, "", at: source.bytes.count)
    return (scanner.tokens, scanner.findings)
  }

  private mutating func next() {
    let start = position
    let byte = source.bytes[position]
    switch byte {
    case 0x20, 0x09, 0x0D, 0x0A: position += 1
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
      while position < source.bytes.count, source.bytes[position] != 0x0A { position += 1 }
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
      report(.blockComment(at: place(start)))
      skipBlockComment()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): scanNumber()
    case UInt8(ascii: ".") where peek(1)?.isDigit == true:
      report(.noDigitBeforePoint(at: place(start)))
      scanNumber()
    case UInt8(ascii: "\""): scanText()
    case let letter where letter.isLetter: scanWord()
    default: scanSign()
    }
  }

  /// As in GeNN, a backslash means nothing here: the next quote ends the text.
  private mutating func scanText() {
    let start = position
    position += 1
    while let byte = peek(0), byte != UInt8(ascii: "\""), byte != 0x0A { position += 1 }
    let text = String(decoding: source.bytes[(start + 1)..<position], as: UTF8.self)
    guard peek(0) == UInt8(ascii: "\"") else {
      report(.textNeverEnds(at: place(start)))
      return
    }
    position += 1
    add(.text, text, at: start)
  }

  private mutating func scanWord() {
    let start = position
    while let byte = peek(0), byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") {
      position += 1
    }
    let text = String(decoding: source.bytes[start..<position], as: UTF8.self)
    add(Token.words[text] ?? .name, text, at: start)
  }

  private mutating func scanSign() {
    let start = position
    for length in stride(from: Sign.longest, through: 1, by: -1)
    where start + length <= source.bytes.count {
      let bytes = source.bytes[start..<(start + length)]
      guard let sign = Sign.byBytes[Sign.key(bytes)] else { continue }
      position += length
      if !sign.isInGeNN { report(.foreignSign(sign, at: place(start))) }
      add(.sign(sign), sign.rawValue, at: start)
      return
    }
    // One whole character, however many bytes it has.
    position += 1
    while let byte = peek(0), byte & 0xC0 == 0x80 { position += 1 }
    let character = String(decoding: source.bytes[start..<position], as: UTF8.self)
    report(.unknownCharacter(character, at: place(start)))
  }

  private mutating func skipBlockComment() {
    position += 2
    while position < source.bytes.count {
      if source.bytes[position] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
  }

  func peek(_ distance: Int) -> UInt8? {
    position + distance < source.bytes.count ? source.bytes[position + distance] : nil
  }

  func place(_ offset: Int) -> SourceLocation { source.location(at: offset) }

  mutating func add(_ kind: Token.Kind, _ text: String, at offset: Int) {
    tokens.append(Token(kind: kind, text: text, offset: offset))
  }

  mutating func report(_ finding: Diagnostic) { findings.append(finding) }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLetter: Bool {
    let lower = self | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
  }
  var isHexDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }
}
