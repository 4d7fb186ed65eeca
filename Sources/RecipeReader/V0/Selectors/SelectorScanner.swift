/// Cuts the text of a selector into Python's tokens.
struct SelectorScanner {
  private let bytes: [UInt8]
  private var index = 0
  /// Where the token before began.
  private(set) var start = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  private func byte(_ offset: Int = 0) -> UInt8 {
    index + offset < bytes.count ? bytes[index + offset] : 0
  }

  mutating func next() throws(PythonError) -> SelectorToken {
    while byte() == UInt8(ascii: " ") || byte() == UInt8(ascii: "\t") || byte() == 0x0C {
      index += 1
    }
    start = index
    guard index < bytes.count else { return .end }
    switch byte() {
    case UInt8(ascii: "#"):
      index = bytes.count
      return .end
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: ".") where Self.isDigit(byte(1)): return try number()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .string(try string(isRaw: false))
    case let first where Self.isNameStart(first): return try name()
    default: return try symbol()
    }
  }

  private mutating func name() throws(PythonError) -> SelectorToken {
    while Self.isNameStart(byte()) || Self.isDigit(byte()) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard byte() == UInt8(ascii: "'") || byte() == UInt8(ascii: "\"") else { return .name(text) }
    switch text.lowercased() {
    case "r": return .string(try string(isRaw: true))
    case "u": return .string(try string(isRaw: false))
    case "b", "br", "rb":
      throw PythonError(.unsupported, "bytes literals are not supported", at: start)
    case "f", "fr", "rf":
      throw PythonError(.validationError, "Node type 'JoinedStr' is not allowed", at: start)
    default: throw syntaxError
    }
  }

  private mutating func number() throws(PythonError) -> SelectorToken {
    if byte() == UInt8(ascii: "0"), let radix = Self.radix(byte(1)) {
      index += 2
      while Self.isDigit(byte()) || Self.isNameStart(byte()) { index += 1 }
      let digits = String(decoding: bytes[(start + 2)..<index], as: UTF8.self)
      guard let value = Int(digits.split(separator: "_").joined(), radix: radix) else {
        throw syntaxError
      }
      return .int(value)
    }
    var isFloat = false
    scan: while true {
      switch byte() {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): index += 1
      case UInt8(ascii: ".") where !isFloat:
        isFloat = true
        index += 1
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        isFloat = true
        index += 1
        if byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "+") { index += 1 }
        takeDigits()
        break scan
      default: break scan
      }
    }
    if Self.isNameStart(byte()) { throw syntaxError }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isFloat {
      guard let value = PythonRuntime.float(text) else { throw syntaxError }
      return .float(value)
    }
    let isOctalLike = text.hasPrefix("0") && text.contains { $0 != "0" && $0 != "_" }
    guard !isOctalLike, let value = PythonRuntime.int(text) else { throw syntaxError }
    return .int(value)
  }

  private mutating func takeDigits() {
    while Self.isDigit(byte()) || byte() == UInt8(ascii: "_") { index += 1 }
  }

  private mutating func string(isRaw: Bool) throws(PythonError) -> String {
    let quote = byte()
    let isTriple = byte(1) == quote && byte(2) == quote
    let width = isTriple ? 3 : 1
    index += width
    let first = index
    while index < bytes.count {
      if byte() == UInt8(ascii: "\\") {
        index += 2
      } else if byte() == quote, !isTriple || (byte(1) == quote && byte(2) == quote) {
        let text = String(decoding: bytes[first..<index], as: UTF8.self)
        index += width
        return isRaw ? text : PythonEscapes.resolved(text)
      } else {
        index += 1
      }
    }
    index = bytes.count
    throw PythonError(.syntaxError, "unterminated string literal", at: start)
  }

  private mutating func symbol() throws(PythonError) -> SelectorToken {
    let rest = bytes[index...]
    for symbol in Self.symbols where rest.starts(with: symbol.utf8) {
      index += symbol.utf8.count
      return .symbol(symbol)
    }
    throw syntaxError
  }

  var syntaxError: PythonError { PythonError(.syntaxError, "invalid syntax", at: start) }

  /// Longer ones first.
  private static let symbols = [
    "...", "**=", "//=", ">>=", "<<=", "==", "!=", "<=", ">=", "//", "**", "<<", ">>", ":=", "->",
    "+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "(", ")", "[", "]", "{", "}", ",",
    ":", ".", "=", ";",
  ]

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func radix(_ byte: UInt8) -> Int? {
    switch byte | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }
}
