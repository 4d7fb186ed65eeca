#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Searching and cutting of text as bytes, where bytes and code points give the same answer.
enum PythonText {
  static func find(_ byte: UInt8, in text: [UInt8], from start: Int) -> Int? {
    text.withUnsafeBytes { text in
      guard let base = text.baseAddress, start < text.count,
        let found = memchr(base + start, Int32(byte), text.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  static func find(_ part: [UInt8], in text: [UInt8], from start: Int = 0) -> Int? {
    guard let first = part.first else { return start <= text.count ? start : nil }
    return text.withUnsafeBytes { text in
      part.withUnsafeBytes { part -> Int? in
        guard let base = text.baseAddress, let word = part.baseAddress else { return nil }
        var index = start
        while index <= text.count - part.count,
          let found = memchr(base + index, Int32(first), text.count - part.count - index + 1)
        {
          if memcmp(found, word, part.count) == 0 { return UnsafeRawPointer(found) - base }
          index = UnsafeRawPointer(found) - base + 1
        }
        return nil
      }
    }
  }

  static func findLast(_ part: [UInt8], in text: [UInt8], before end: Int? = nil) -> Int? {
    let end = end ?? text.count
    guard end >= part.count else { return nil }
    var index = end - part.count
    while index >= 0 {
      if text[index..<(index + part.count)].elementsEqual(part) { return index }
      index -= 1
    }
    return nil
  }

  static func starts(_ text: [UInt8], with part: [UInt8]) -> Bool { text.starts(with: part) }

  static func ends(_ text: [UInt8], with part: [UInt8]) -> Bool {
    text.count >= part.count && text[(text.count - part.count)...].elementsEqual(part)
  }

  /// Negative, zero or positive, by bytes and so by code points.
  static func order(_ a: [UInt8], _ b: [UInt8]) -> Int {
    for (x, y) in zip(a, b) where x != y { return x < y ? -1 : 1 }
    return a.count - b.count
  }

  /// What `str.isspace` and the `\s` of regular expressions accept.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9...13, 28...32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Where the white space that ends at `end` begins.
  static func startOfSpace(in bytes: ArraySlice<UInt8>, before end: Int) -> Int {
    var index = end
    while index > bytes.startIndex {
      let width = spaceWidth(endingAt: index, in: bytes)
      if width == 0 { break }
      index -= width
    }
    return index
  }

  /// Where the white space that starts at `start` ends.
  static func endOfSpace(in bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.endIndex {
      let width = spaceWidth(at: index, in: bytes)
      if width == 0 { break }
      index += width
    }
    return index
  }

  private static func isASCIISpace(_ byte: UInt8) -> Bool {
    (byte >= 9 && byte <= 13) || (byte >= 28 && byte <= 32)
  }

  private static func spaceWidth(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return isASCIISpace(byte) ? 1 : 0 }
    for width in 2...3 where index + width <= bytes.endIndex {
      if isWideSpace(bytes[index..<(index + width)]) { return width }
    }
    return 0
  }

  private static func spaceWidth(endingAt end: Int, in bytes: ArraySlice<UInt8>) -> Int {
    let byte = bytes[end - 1]
    if byte < 0x80 { return isASCIISpace(byte) ? 1 : 0 }
    for width in 2...3 where end - width >= bytes.startIndex {
      if isWideSpace(bytes[(end - width)..<end]) { return width }
    }
    return 0
  }

  private static func isWideSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return scalars.count == 1 && scalars.allSatisfy(isSpace)
  }

  /// `str.strip` and its kin; nil characters mean white space.
  static func stripped(_ text: String, of characters: String?, left: Bool, right: Bool) -> String {
    let set = characters.map { Set($0.unicodeScalars) }
    let isStripped: (Unicode.Scalar) -> Bool = { scalar in
      set.map { $0.contains(scalar) } ?? isSpace(scalar)
    }
    var scalars = text.unicodeScalars[...]
    if left { while let first = scalars.first, isStripped(first) { scalars.removeFirst() } }
    if right { while let last = scalars.last, isStripped(last) { scalars.removeLast() } }
    return String(String.UnicodeScalarView(scalars))
  }
}
