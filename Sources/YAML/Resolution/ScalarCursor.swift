/// Walks over the bytes of one scalar; the resolvers' regular expressions, written out.
struct ScalarCursor {
  let bytes: [UInt8]
  private(set) var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { index == bytes.count }
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// `[set]`
  mutating func take(where isMember: (UInt8) -> Bool) -> Bool {
    guard let byte = next, isMember(byte) else { return false }
    index += 1
    return true
  }

  mutating func take(_ byte: UInt8) -> Bool { take { $0 == byte } }

  /// `[set]*`; says how many there were.
  @discardableResult
  mutating func takeAll(where isMember: (UInt8) -> Bool) -> Int {
    let start = index
    while index < bytes.count, isMember(bytes[index]) { index += 1 }
    return index - start
  }

  /// `[set]{low,high}`
  mutating func take(_ low: Int, _ high: Int, where isMember: (UInt8) -> Bool) -> Bool {
    var count = 0
    while count < high, take(where: isMember) { count += 1 }
    return count >= low
  }

  mutating func take(text: StaticString) -> Bool {
    let end = index + text.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where bytes[index + offset] != text.utf8Start[offset] { return false }
    index = end
    return true
  }

  /// `[-+]?`
  mutating func takeSign() { _ = take { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") } }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isDigitOrUnderscore: Bool { isDigit || self == UInt8(ascii: "_") }
  var isOctal: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "7") }
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// The digit's value in bases up to sixteen.
  var hexValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
