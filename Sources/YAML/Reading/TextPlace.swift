/// Finds places in bytes as libyaml counts them.
enum TextPlace {
  /// Bytes of the line break at `index`, or 0. YAML 1.1 knows NEL, LS and PS too.
  static func breakLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\n"): return 1
    case UInt8(ascii: "\r"):
      return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n") ? 2 : 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      let isSeparator =
        index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
      return isSeparator ? 3 : 0
    default: return 0
    }
  }

  static func mark(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> YAMLMark {
    var line = 1
    var column = 1
    var index = 0
    let end = min(offset, bytes.count)
    while index < end {
      let length = breakLength(at: index, in: bytes)
      if length > 0 {
        line += 1
        column = 1
        index += length
      } else {
        if bytes[index] & 0xC0 != 0x80 { column += 1 }
        index += 1
      }
    }
    return YAMLMark(line: line, column: column)
  }

  static func character(
    at mark: YAMLMark, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar? {
    var line = 1
    var index = 0
    while line < mark.line, index < bytes.count {
      let length = breakLength(at: index, in: bytes)
      if length > 0 { line += 1 }
      index += max(length, 1)
    }
    var column = 1
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if column == mark.column { break }
        column += 1
      }
      index += 1
    }
    let rest = UnsafeBufferPointer(rebasing: bytes[index..<min(index + 4, bytes.count)])
    return String(decoding: rest, as: UTF8.self).unicodeScalars.first
  }
}
