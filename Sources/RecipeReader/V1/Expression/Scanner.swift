extension V1 {
  /// Cuts the bytes of an expression into tokens.
  struct Scanner {
    let bytes: [UInt8]
    private(set) var offset: Int
    let end: End
    private var depth = 0

    /// What ends an expression outside of parentheses.
    enum End: String {
      case text = "the end"
      case braces = "}}"
      case statement = "%}"
    }

    init(_ bytes: [UInt8], from offset: Int = 0, end: End) {
      self.bytes = bytes
      self.offset = offset
      self.end = end
    }

    /// The next token and where it starts.
    mutating func next() throws(ExpressionError) -> (token: Token, start: Int) {
      skipSpace()
      let start = offset
      guard let first = peek() else {
        guard end != .text else { return (.end(trimsAfter: false), start) }
        throw ExpressionError(
          .syntax, "the expression is not closed with \(end.rawValue)", offset: start)
      }
      if end != .text, depth == 0, let end = closing(first) { return (end, start) }
      if let symbol = scanSymbol(first) { return (.symbol(symbol), start) }
      switch first {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        return (.string(try scanString(quote: first)), start)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        return (try scanNumber(), start)
      default:
        guard let name = scanName() else {
          throw ExpressionError(.syntax, "unexpected character", offset: start)
        }
        return (.name(name), start)
      }
    }

    func peek(_ ahead: Int = 0) -> UInt8? {
      let index = offset + ahead
      return index < bytes.count ? bytes[index] : nil
    }

    mutating func advance(_ count: Int) { offset = min(offset + count, bytes.count) }

    private mutating func skipSpace() {
      while let byte = peek(), byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B {
        offset += 1
      }
    }

    private mutating func closing(_ first: UInt8) -> Token? {
      let brace = UInt8(ascii: "}")
      let mark = end == .braces ? brace : UInt8(ascii: "%")
      if first == mark, peek(1) == brace {
        advance(2)
        return .end(trimsAfter: false)
      }
      guard first == UInt8(ascii: "-") || first == UInt8(ascii: "+"), peek(1) == mark,
        peek(2) == brace
      else { return nil }
      advance(3)
      return .end(trimsAfter: first == UInt8(ascii: "-"))
    }

    private mutating func scanSymbol(_ first: UInt8) -> Token.Symbol? {
      if let second = peek(1), let symbol = Self.pair(first, second) {
        advance(2)
        return symbol
      }
      guard let symbol = Self.single(first) else { return nil }
      switch symbol {
      case .parenthesisOpen, .bracketOpen, .braceOpen: depth += 1
      case .parenthesisClose, .bracketClose, .braceClose: depth -= 1
      default: break
      }
      advance(1)
      return symbol
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> Token.Symbol? {
      switch (first, second) {
      case (UInt8(ascii: "/"), UInt8(ascii: "/")): .floorOver
      case (UInt8(ascii: "*"), UInt8(ascii: "*")): .power
      case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
      case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
      case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
      case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
      default: nil
      }
    }

    private static func single(_ byte: UInt8) -> Token.Symbol? {
      switch byte {
      case UInt8(ascii: "+"): .plus
      case UInt8(ascii: "-"): .minus
      case UInt8(ascii: "*"): .times
      case UInt8(ascii: "/"): .over
      case UInt8(ascii: "%"): .remainder
      case UInt8(ascii: "~"): .tilde
      case UInt8(ascii: "<"): .less
      case UInt8(ascii: ">"): .greater
      case UInt8(ascii: "="): .assign
      case UInt8(ascii: "|"): .pipe
      case UInt8(ascii: "."): .dot
      case UInt8(ascii: ","): .comma
      case UInt8(ascii: ":"): .colon
      case UInt8(ascii: "("): .parenthesisOpen
      case UInt8(ascii: ")"): .parenthesisClose
      case UInt8(ascii: "["): .bracketOpen
      case UInt8(ascii: "]"): .bracketClose
      case UInt8(ascii: "{"): .braceOpen
      case UInt8(ascii: "}"): .braceClose
      default: nil
      }
    }

    /// ASCII letters, digits and underscores; the engine is built without Unicode identifiers.
    private mutating func scanName() -> String? {
      let start = offset
      while let byte = peek(), byte.isNameByte, offset > start || !byte.isDigit { offset += 1 }
      return offset > start ? String(decoding: bytes[start..<offset], as: UTF8.self) : nil
    }
  }
}

extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

  var isLetter: Bool {
    let lower = self | 0x20
    return UInt8(ascii: "a") <= lower && lower <= UInt8(ascii: "z")
  }

  var isNameByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}
