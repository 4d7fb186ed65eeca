extension BracketField {
  /// rattler takes the balanced pair that ends the spec.
  static func rattlerRange(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard bytes.last == UInt8(ascii: "]") else { return nil }
    var depth = 0
    for index in bytes.indices.reversed() {
      switch bytes[index] {
      case UInt8(ascii: "]"): depth += 1
      case UInt8(ascii: "["):
        depth -= 1
        if depth == 0 { return index..<bytes.endIndex }
      default: break
      }
    }
    return nil
  }

  /// rattler's reading: all of it has to be fields, up to the bracket that closes them.
  static func rattler(in bytes: ArraySlice<UInt8>) throws(MatchSpecError) -> [BracketField] {
    var reader = RattlerFieldReader(bytes: bytes, position: bytes.startIndex + 1)
    return try reader.fields()
  }
}

private struct RattlerFieldReader {
  let bytes: ArraySlice<UInt8>
  var position: Int

  mutating func fields() throws(MatchSpecError) -> [BracketField] {
    var fields: [BracketField] = []
    skipSpaces()
    while peek() != UInt8(ascii: "]") || !fields.isEmpty {
      fields.append(try field())
      if peek() == UInt8(ascii: "]") { break }
      guard peek() == UInt8(ascii: ",") else { throw error }
      position += 1
    }
    return fields
  }

  private var error: MatchSpecError { MatchSpecError(cause: .brackets, offset: position) }

  private func peek() -> UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipSpaces() {
    while let byte = peek(), byte.isSpace { position += 1 }
  }

  private mutating func field() throws(MatchSpecError) -> BracketField {
    skipSpaces()
    let key = bytes[position...].prefix {
      $0.isAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    position = key.endIndex
    skipSpaces()
    guard peek() == UInt8(ascii: "=") else { throw error }
    position += 1
    skipSpaces()
    let value = try value()
    skipSpaces()
    return BracketField(key: key.text, value: value, start: key.startIndex)
  }

  private mutating func value() throws(MatchSpecError) -> ArraySlice<UInt8> {
    guard let first = peek() else { throw error }
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return try quoted(first)
    case UInt8(ascii: "["):
      guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")) else { throw error }
      defer { position = end + 1 }
      return bytes[(position + 1)..<end]
    default:
      let value = bytes[position...].prefix {
        $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "'")
          && $0 != UInt8(ascii: "\"")
      }
      guard !value.isEmpty else { throw error }
      position = value.endIndex
      return value
    }
  }

  private mutating func quoted(_ quote: UInt8) throws(MatchSpecError) -> ArraySlice<UInt8> {
    let start = position + 1
    var index = start
    while index < bytes.endIndex, bytes[index] != quote {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < bytes.endIndex else { throw error }
    position = index + 1
    return bytes[start..<index]
  }
}
