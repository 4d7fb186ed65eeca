extension V1 {
  /// Replaces the escapes in a string literal; an unknown escape stays as it is.
  struct StringUnescaper {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var result: [UInt8] = []
    /// The first half of a surrogate pair that waits for its second.
    private var surrogate: UInt16?

    /// Nil when an escape is malformed.
    static func text(of bytes: ArraySlice<UInt8>) -> String? {
      var unescaper = Self(bytes: bytes, index: bytes.startIndex)
      while unescaper.index < bytes.endIndex {
        guard unescaper.step() else { return nil }
      }
      guard unescaper.surrogate == nil else { return nil }
      return String(decoding: unescaper.result, as: UTF8.self)
    }

    private init(bytes: ArraySlice<UInt8>, index: Int) {
      self.bytes = bytes
      self.index = index
    }

    private mutating func step() -> Bool {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\\") else { return append(byte) }
      guard index < bytes.endIndex else { return false }
      let kind = bytes[index]
      index += 1
      switch kind {
      case UInt8(ascii: "b"): return append(0x08)
      case UInt8(ascii: "f"): return append(0x0C)
      case UInt8(ascii: "n"): return append(0x0A)
      case UInt8(ascii: "r"): return append(0x0D)
      case UInt8(ascii: "t"): return append(0x09)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"):
        return append(kind)
      case UInt8(ascii: "u"):
        return number(digits: 4).map { appendUnit(UInt16($0)) } ?? false
      case UInt8(ascii: "x"):
        return number(digits: 2).map { append(UnicodeScalar(UInt8($0))) } ?? false
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        return appendOctal(first: kind)
      default:
        return append(UInt8(ascii: "\\")) && append(kind)
      }
    }

    private mutating func append(_ byte: UInt8) -> Bool {
      guard surrogate == nil else { return false }
      result.append(byte)
      return true
    }

    private mutating func append(_ scalar: UnicodeScalar) -> Bool {
      guard surrogate == nil else { return false }
      result += UTF8.encode(scalar).map(Array.init) ?? []
      return true
    }

    private mutating func appendUnit(_ unit: UInt16) -> Bool {
      guard UTF16.isSurrogate(unit) else {
        return UnicodeScalar(unit).map { append($0) } ?? false
      }
      guard let first = surrogate else {
        surrogate = unit
        return true
      }
      surrogate = nil
      guard UTF16.isLeadSurrogate(first), UTF16.isTrailSurrogate(unit) else { return false }
      let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
      return UnicodeScalar(value).map { append($0) } ?? false
    }

    private mutating func appendOctal(first: UInt8) -> Bool {
      var value = Int(first - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard index < bytes.endIndex, bytes[index] >= UInt8(ascii: "0"),
          bytes[index] <= UInt8(ascii: "7")
        else { break }
        value = value * 8 + Int(bytes[index] - UInt8(ascii: "0"))
        index += 1
      }
      return value < 256 ? append(UnicodeScalar(UInt8(value))) : false
    }

    private mutating func number(digits: Int) -> Int? {
      guard index + digits <= bytes.endIndex else { return nil }
      let text = bytes[index..<(index + digits)]
      guard text.allSatisfy({ $0.isDigit || $0.isLetter }) else { return nil }
      index += digits
      return Int(String(decoding: text, as: UTF8.self), radix: 16)
    }
  }
}

extension UTF16 {
  fileprivate static func isSurrogate(_ unit: UInt16) -> Bool {
    isLeadSurrogate(unit) || isTrailSurrogate(unit)
  }
}
