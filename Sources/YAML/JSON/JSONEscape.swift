/// What stands behind a backslash in a JSON string.
enum JSONEscape {
  /// Moves `index` behind the escape. A half of a pair alone becomes U+FFFD.
  static func scalar(in bytes: [UInt8], at index: inout Int) -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return unicode(in: bytes, at: &index)
    default: return nil
    }
  }

  private static func unicode(in bytes: [UInt8], at index: inout Int) -> Unicode.Scalar? {
    guard let unit = unit(in: bytes, at: index) else { return nil }
    index += 4
    guard unit & 0xFC00 == 0xD800, index + 1 < bytes.count,
      bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u"),
      let low = Self.unit(in: bytes, at: index + 2), low & 0xFC00 == 0xDC00
    else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    index += 6
    return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF))
  }

  private static func unit(in bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = byte.hexValue else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }
}
