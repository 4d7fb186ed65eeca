extension Scanner {
  /// `12`, `12u`, `0x1F`, `1.5`, `.5`, `1e-3`, each real also with `f` or, GeNN's own, `d`.
  mutating func scanNumber() {
    let start = position
    if peek(0) == UInt8(ascii: "0"), let next = peek(1), next | 0x20 == UInt8(ascii: "x") {
      position += 2
      skip { $0.isHexDigit }
      finishInteger(from: start, isValid: position > start + 2)
      return
    }
    skip { $0.isDigit }
    var isReal = false
    var isValid = true
    if peek(0) == UInt8(ascii: ".") {
      isReal = true
      position += 1
      skip { $0.isDigit }
    }
    if let byte = peek(0), byte | 0x20 == UInt8(ascii: "e") {
      isReal = true
      position += 1
      if let sign = peek(0), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        position += 1
      }
      let digits = position
      skip { $0.isDigit }
      isValid = position > digits
    }
    if isReal {
      finishReal(from: start, isValid: isValid)
    } else {
      let isOctal = peek(start: start, 0) == UInt8(ascii: "0") && position > start + 1
      if isOctal { report(.octalLiteral(text(from: start), at: place(start))) }
      finishInteger(from: start, isValid: true)
    }
  }

  private mutating func finishInteger(from start: Int, isValid: Bool) {
    let number = text(from: start)
    let unsigned = peek(0).map { $0 | 0x20 == UInt8(ascii: "u") } ?? false
    if unsigned { position += 1 }
    finish(.integer(unsigned: unsigned), number, from: start, isValid: isValid)
  }

  private mutating func finishReal(from start: Int, isValid: Bool) {
    let number = text(from: start)
    var suffix = RealSuffix.none
    switch peek(0).map({ $0 | 0x20 }) {
    case UInt8(ascii: "f"): suffix = .float
    case UInt8(ascii: "d"): suffix = .double
    default: break
    }
    if suffix != .none { position += 1 }
    finish(.real(suffix), number, from: start, isValid: isValid)
  }

  private mutating func finish(
    _ kind: Token.Kind, _ number: String, from start: Int, isValid: Bool
  ) {
    let end = position
    skip { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
    if !isValid || position > end {
      report(.malformedNumber(text(from: start), at: place(start)))
    }
    add(kind, number, at: start)
  }

  private func text(from start: Int) -> String {
    String(decoding: source.bytes[start..<position], as: UTF8.self)
  }

  private func peek(start: Int, _ distance: Int) -> UInt8? {
    start + distance < source.bytes.count ? source.bytes[start + distance] : nil
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while let byte = peek(0), condition(byte) { position += 1 }
  }
}
