/// Cuts a template into tokens as jinja2's lexer does with its default delimiters.
struct JinjaScanner {
  private let bytes: [UInt8]
  private let end: Int
  private var index = 0
  private var tokens: [JinjaToken] = []
  /// Whether the last tag ended in `-`, which eats the white space behind it.
  private var trimsNext = false

  static func tokens(of bytes: [UInt8]) throws(PythonError) -> [JinjaToken] {
    var scanner = JinjaScanner(bytes)
    try scanner.scanTemplate()
    return scanner.tokens
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // One newline at the end of a template is not part of it.
    end = bytes.last == UInt8(ascii: "\n") ? bytes.count - 1 : bytes.count
  }

  private func byte(at index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  private mutating func scanTemplate() throws(PythonError) {
    while index < end {
      let start = index
      while index < end, !isTag(at: index) { index += 1 }
      guard index < end else {
        addData(start..<index, trimsEnd: false)
        break
      }
      let open = index
      let kind = bytes[open + 1]
      index += 2
      let sign = byte(at: index)
      if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { index += 1 }
      addData(start..<open, trimsEnd: sign == UInt8(ascii: "-"))
      switch kind {
      case UInt8(ascii: "#"): try skipComment(from: open)
      case UInt8(ascii: "{"): try scanTag(from: open, .variableBegin, .variableEnd)
      default:
        if try !scanRaw(from: open) { try scanTag(from: open, .blockBegin, .blockEnd) }
      }
    }
    tokens.append(JinjaToken(kind: .end, offset: end))
  }

  private func isTag(at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "{") else { return false }
    switch byte(at: index + 1) {
    case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "#"): return true
    default: return false
    }
  }

  private mutating func addData(_ range: Range<Int>, trimsEnd: Bool) {
    var (start, stop) = (range.lowerBound, range.upperBound)
    if trimsNext { start = PythonText.endOfSpace(in: bytes[..<stop], from: start) }
    trimsNext = false
    if trimsEnd { stop = PythonText.startOfSpace(in: bytes[start..<stop], before: stop) }
    if start < stop { tokens.append(JinjaToken(kind: .data(start..<stop), offset: start)) }
  }

  private mutating func skipComment(from open: Int) throws(PythonError) {
    while index < end {
      if byte(at: index) == UInt8(ascii: "#"), byte(at: index + 1) == UInt8(ascii: "}") {
        trimsNext = index > open + 2 && bytes[index - 1] == UInt8(ascii: "-")
        index += 2
        return
      }
      index += 1
    }
    // jinja2 does not mind a comment of which only the beginning is there.
    if open + 2 >= end { return }
    throw PythonError(.templateSyntaxError, "Missing end of comment tag", at: open)
  }

  // MARK: - raw

  private mutating func scanRaw(from open: Int) throws(PythonError) -> Bool {
    guard let begin = word("raw", after: index) else { return false }
    trimsNext = begin.trims
    let start = begin.end
    var position = start
    while position < end {
      guard byte(at: position) == UInt8(ascii: "{"), byte(at: position + 1) == UInt8(ascii: "%")
      else {
        position += 1
        continue
      }
      let sign = byte(at: position + 2)
      let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
      if let close = word("endraw", after: position + (isSigned ? 3 : 2)) {
        addData(start..<position, trimsEnd: sign == UInt8(ascii: "-"))
        trimsNext = close.trims
        index = close.end
        return true
      }
      position += 1
    }
    throw PythonError(.templateSyntaxError, "Missing end of raw directive", at: open)
  }

  /// The end of ` word %}` at `start`.
  private func word(_ word: String, after start: Int) -> (end: Int, trims: Bool)? {
    var position = PythonText.endOfSpace(in: bytes[..<end], from: min(start, end))
    guard bytes[position..<end].starts(with: word.utf8) else { return nil }
    position = PythonText.endOfSpace(in: bytes[..<end], from: position + word.utf8.count)
    let sign = byte(at: position)
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { position += 1 }
    guard byte(at: position) == UInt8(ascii: "%"), byte(at: position + 1) == UInt8(ascii: "}")
    else { return nil }
    return (position + 2, sign == UInt8(ascii: "-"))
  }

  // MARK: - Inside a tag

  private mutating func scanTag(from open: Int, _ begin: JinjaToken.Kind, _ close: JinjaToken.Kind)
    throws(PythonError)
  {
    tokens.append(JinjaToken(kind: begin, offset: open))
    let closing = close == .variableEnd ? UInt8(ascii: "}") : UInt8(ascii: "%")
    var brackets: [UInt8] = []
    while true {
      index = PythonText.endOfSpace(in: bytes[..<end], from: index)
      guard index < end else {
        tokens.append(JinjaToken(kind: .end, offset: end))
        return
      }
      if brackets.isEmpty, let trims = tagEnd(closing) {
        tokens.append(JinjaToken(kind: close, offset: index))
        index += trims == nil ? 2 : 3
        trimsNext = trims == UInt8(ascii: "-")
        return
      }
      let start = index
      let kind = try scanToken(&brackets)
      tokens.append(JinjaToken(kind: kind, offset: start))
    }
  }

  /// The sign before the end of the tag, if the tag ends here.
  private func tagEnd(_ closing: UInt8) -> UInt8?? {
    let first = byte(at: index)
    let isSigned =
      first == UInt8(ascii: "-") || (first == UInt8(ascii: "+") && closing == UInt8(ascii: "%"))
    let position = isSigned ? index + 1 : index
    guard byte(at: position) == closing, byte(at: position + 1) == UInt8(ascii: "}") else {
      return nil
    }
    return .some(isSigned ? first : nil)
  }

  private mutating func scanToken(_ brackets: inout [UInt8]) throws(PythonError)
    -> JinjaToken.Kind
  {
    switch bytes[index] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var number = JinjaNumber(bytes: bytes, end: end, start: index)
      let kind = try number.scan(after: index > 0 ? bytes[index - 1] : 0)
      index = number.index
      return kind
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .string(try string())
    case let first where Self.isNamePart(first): return try name()
    default: return try symbol(&brackets)
    }
  }

  private mutating func name() throws(PythonError) -> JinjaToken.Kind {
    let start = index
    while index < end, Self.isNamePart(bytes[index]) { index += 1 }
    return .name(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func string() throws(PythonError) -> String {
    let quote = bytes[index]
    let start = index + 1
    var position = start
    while position < end, bytes[position] != quote {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < end else { throw unexpected() }
    index = position + 1
    return PythonEscapes.resolved(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func symbol(_ brackets: inout [UInt8]) throws(PythonError) -> JinjaToken.Kind {
    let rest = bytes[index..<end]
    guard let symbol = Self.symbols.first(where: { rest.starts(with: $0.utf8) }) else {
      throw unexpected()
    }
    switch bytes[index] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append(bytes[index])
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): try close(&brackets)
    default: break
    }
    index += symbol.utf8.count
    return .symbol(symbol)
  }

  private func close(_ brackets: inout [UInt8]) throws(PythonError) {
    let closing = Unicode.Scalar(bytes[index])
    guard let open = brackets.popLast() else {
      throw PythonError(.templateSyntaxError, "unexpected '\(closing)'", at: index)
    }
    let expected: Unicode.Scalar =
      open == UInt8(ascii: "(") ? ")" : open == UInt8(ascii: "[") ? "]" : "}"
    if expected != closing {
      throw PythonError(
        .templateSyntaxError, "unexpected '\(closing)', expected '\(expected)'", at: index)
    }
  }

  private func unexpected() -> PythonError {
    let character = String(decoding: bytes[index..<end].prefix(4), as: UTF8.self).prefix(1)
    return PythonError(
      .templateSyntaxError, "unexpected char '\(character)' at \(index)", at: index)
  }

  private static let symbols = [
    "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}",
    ">", "<", "=", ".", ":", "|", ",", ";",
  ]

  static func isNamePart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      || byte == UInt8(ascii: "_") || byte >= 0x80
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }
}
