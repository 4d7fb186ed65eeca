/// Reads `[a-z_]` or `[^0-9]`, from behind the opening bracket to behind the closing one.
struct BracketExpression {
  let bytes: [UInt8]
  private(set) var position: Int

  init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  mutating func read() throws(PatternError) -> ByteSet {
    let start = position - 1
    var set = ByteSet()
    let isInverted = peek() == UInt8(ascii: "^")
    if isInverted { position += 1 }
    var isFirst = true
    while let byte = peek() {
      if byte == UInt8(ascii: "]") && !isFirst {
        position += 1
        return isInverted ? set.inverted : set
      }
      isFirst = false
      try readItem(into: &set)
    }
    throw PatternError(cause: .unclosed("["), offset: start)
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func readItem(into set: inout ByteSet) throws(PatternError) {
    let start = position
    guard case .byte(let low) = try item(into: &set) else { return }
    guard peek() == UInt8(ascii: "-"), position + 1 < bytes.count,
      bytes[position + 1] != UInt8(ascii: "]")
    else { return set.insert(low) }
    position += 1
    guard case .byte(let high) = try item(into: &set), low <= high else {
      throw PatternError(cause: .badRange, offset: start)
    }
    set.formUnion(ByteSet(low...high))
  }

  private mutating func item(into set: inout ByteSet) throws(PatternError) -> PatternEscape {
    guard let byte = peek() else { throw PatternError(cause: .unclosed("["), offset: position) }
    position += 1
    guard byte == UInt8(ascii: "\\") else { return .byte(byte) }
    let escape = try PatternEscape(in: bytes, at: position)
    position += 1
    if case .set(let other) = escape { set.formUnion(other) }
    return escape
  }
}
