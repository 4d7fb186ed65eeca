extension V1.Scanner {
  /// `12`, `0x1f`, `1_000`, `1.5`, `2e-3`.
  mutating func scanNumber() throws(V1.ExpressionError) -> V1.Token {
    let start = offset
    let radix = scanRadix()
    var isFraction = false
    var isExponent = false
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): break
      case UInt8(ascii: ".") where radix == 10 && !isFraction && !isExponent:
        guard startsFraction else { return try integer(from: start, radix: radix) }
        isFraction = true
      case UInt8(ascii: "e") where radix == 10 && !isExponent,
        UInt8(ascii: "E") where radix == 10 && !isExponent:
        isExponent = true
        if let sign = peek(1), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { advance(1) }
      case UInt8(ascii: "a")...UInt8(ascii: "f") where radix == 16,
        UInt8(ascii: "A")...UInt8(ascii: "F") where radix == 16:
        break
      default:
        guard isFraction || isExponent else { return try integer(from: start, radix: radix) }
        return try fraction(from: start)
      }
      advance(1)
    }
    guard isFraction || isExponent else { return try integer(from: start, radix: radix) }
    return try fraction(from: start)
  }

  private mutating func scanRadix() -> Int {
    guard peek() == UInt8(ascii: "0"), let letter = peek(1) else { return 10 }
    let radix: Int? =
      switch letter | 0x20 {
      case UInt8(ascii: "b"): 2
      case UInt8(ascii: "o"): 8
      case UInt8(ascii: "x"): 16
      default: nil
      }
    guard let radix else { return 10 }
    advance(2)
    return radix
  }

  /// A dot belongs to the number unless a name follows (`1.split`); an exponent may follow it.
  private var startsFraction: Bool {
    guard let next = peek(1) else { return true }
    if next | 0x20 == UInt8(ascii: "e"), let after = peek(2),
      after.isDigit || after == UInt8(ascii: "+") || after == UInt8(ascii: "-")
    {
      return true
    }
    return !next.isLetter && next != UInt8(ascii: "_")
  }

  private func digits(from start: Int) throws(V1.ExpressionError) -> String {
    let text = bytes[start..<offset]
    guard text.last != UInt8(ascii: "_") else {
      throw V1.ExpressionError(.syntax, "a number can't end with '_'", offset: start)
    }
    return String(decoding: text.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }

  private func integer(from start: Int, radix: Int) throws(V1.ExpressionError) -> V1.Token {
    let text = try digits(from: start + (radix == 10 ? 0 : 2))
    guard let value = Int(text, radix: radix) else {
      throw V1.ExpressionError(
        .syntax, "the number is too large", remedy: "write it as a string", offset: start)
    }
    return .integer(value)
  }

  private func fraction(from start: Int) throws(V1.ExpressionError) -> V1.Token {
    guard let value = Double(try digits(from: start)) else {
      throw V1.ExpressionError(.syntax, "this is no number", offset: start)
    }
    return .number(value)
  }
}

extension V1.Scanner {
  /// A string in single or double quotes, with JSON's and Python's common escapes.
  mutating func scanString(quote: UInt8) throws(V1.ExpressionError) -> String {
    let start = offset
    advance(1)
    var hasEscapes = false
    while let byte = peek(), byte != quote {
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        advance(1)
      }
      advance(1)
    }
    guard peek() == quote else {
      throw V1.ExpressionError(
        .syntax, "the string is not closed", remedy: "add the closing quote", offset: start)
    }
    let content = bytes[(start + 1)..<offset]
    advance(1)
    guard hasEscapes else { return String(decoding: content, as: UTF8.self) }
    guard let text = V1.StringUnescaper.text(of: content) else {
      throw V1.ExpressionError(.syntax, "the string has an invalid escape", offset: start)
    }
    return text
  }
}
