/// Jinja's number literals: `12`, `1_000`, `0x1F`, `3.10`, `1e5`.
struct JinjaNumber {
  let bytes: [UInt8]
  let end: Int
  let start: Int
  private(set) var index: Int

  init(bytes: [UInt8], end: Int, start: Int) {
    self.bytes = bytes
    self.end = end
    self.start = start
    index = start
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    index + offset < end ? bytes[index + offset] : 0
  }

  mutating func scan(after previous: UInt8) throws(PythonError) -> JinjaToken.Kind {
    if byte() == UInt8(ascii: "0"), let radix = Self.radix(byte(1)) {
      index += 2
      while JinjaScanner.isNamePart(byte()) { index += 1 }
      let text = String(decoding: bytes[(start + 2)..<index], as: UTF8.self)
      return .int(try int(text, radix))
    }
    takeDigits()
    let whole = index
    // `x.1.2` is an attribute of an attribute, not a fraction.
    if previous != UInt8(ascii: "."), takeFraction() {
      let text = String(decoding: bytes[start..<index], as: UTF8.self)
      guard let value = PythonRuntime.float(text) else {
        throw PythonError(.templateSyntaxError, "invalid number '\(text)'", at: start)
      }
      return .float(value)
    }
    index = whole
    if byte(start - index) == UInt8(ascii: "0") {
      // A zero stands alone: `0123` is two numbers.
      index = start
      while byte() == UInt8(ascii: "0") || byte() == UInt8(ascii: "_") { index += 1 }
    }
    return .int(try int(String(decoding: bytes[start..<index], as: UTF8.self), 10))
  }

  private func int(_ text: String, _ radix: Int) throws(PythonError) -> Int {
    if let value = Int(text.split(separator: "_").joined(), radix: radix) { return value }
    throw PythonError(.limit, "the number '\(text)' does not fit into 64 bits", at: start)
  }

  private mutating func takeDigits() {
    while Self.isDigit(byte()) || (byte() == UInt8(ascii: "_") && Self.isDigit(byte(1))) {
      index += 1
    }
  }

  private mutating func takeFraction() -> Bool {
    var isFloat = false
    if byte() == UInt8(ascii: "."), Self.isDigit(byte(1)) {
      isFloat = true
      index += 1
      takeDigits()
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      let hasSign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+")
      if Self.isDigit(byte(hasSign ? 2 : 1)) {
        isFloat = true
        index += hasSign ? 2 : 1
        takeDigits()
      }
    }
    return isFloat
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
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
