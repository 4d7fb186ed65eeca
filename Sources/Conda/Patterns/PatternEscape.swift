/// What stands behind a backslash: a class such as `\d`, or a character that has lost its meaning.
enum PatternEscape {
  case byte(UInt8)
  case set(ByteSet)

  init(in bytes: [UInt8], at position: Int) throws(PatternError) {
    guard position < bytes.count else {
      throw PatternError(cause: .trailingBackslash, offset: max(position - 1, 0))
    }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "d"): self = .set(.digits)
    case UInt8(ascii: "D"): self = .set(ByteSet.digits.inverted)
    case UInt8(ascii: "w"): self = .set(.words)
    case UInt8(ascii: "W"): self = .set(ByteSet.words.inverted)
    case UInt8(ascii: "s"): self = .set(.spaces)
    case UInt8(ascii: "S"): self = .set(ByteSet.spaces.inverted)
    case UInt8(ascii: "n"): self = .byte(10)
    case UInt8(ascii: "t"): self = .byte(9)
    case _ where byte.isAlphanumeric:
      throw PatternError(cause: .unsupported("\\" + [byte].text), offset: position)
    default: self = .byte(byte)
    }
  }
}
