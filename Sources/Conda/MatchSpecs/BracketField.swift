/// One `key=value` of what stands in brackets.
struct BracketField {
  let key: String
  let value: ArraySlice<UInt8>
  /// Where the key begins.
  let start: Int

  /// conda takes the last `[`, and whatever there is up to the last `]`.
  static func condaRange(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard let end = bytes.lastIndex(of: UInt8(ascii: "]")),
      let start = bytes[..<end].lastIndex(of: UInt8(ascii: "["))
    else { return nil }
    return start..<(end + 1)
  }

  /// conda's reading: whatever doesn't look like a field is passed over.
  static func conda(in bytes: ArraySlice<UInt8>) -> [BracketField] {
    var fields: [BracketField] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let key = bytes[position...].prefix(while: isKey)
      guard !key.isEmpty, key.endIndex < bytes.endIndex, bytes[key.endIndex] == UInt8(ascii: "=")
      else {
        position = key.endIndex + 1
        continue
      }
      guard let value = condaValue(bytes[(key.endIndex + 1)...]) else {
        position = key.endIndex + 1
        continue
      }
      fields.append(BracketField(key: key.text, value: value.text, start: key.startIndex))
      position = value.end
    }
    return fields
  }

  private static func isKey(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  private static func condaValue(
    _ bytes: ArraySlice<UInt8>
  ) -> (text: ArraySlice<UInt8>, end: Int)? {
    func isEnd(_ index: Int) -> Bool {
      index == bytes.endIndex || bytes[index] == UInt8(ascii: ",")
        || bytes[index] == UInt8(ascii: " ")
    }
    if let quote = bytes.first, isQuote(quote) {
      let value = bytes.dropFirst().prefix { !isQuote($0) }
      let end = value.endIndex
      guard end < bytes.endIndex, bytes[end] == quote, isEnd(end + 1) else { return nil }
      return (value, min(end + 2, bytes.endIndex))
    }
    let value = bytes.prefix { !isQuote($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: " ") }
    guard isEnd(value.endIndex) else { return nil }
    return (value, min(value.endIndex + 1, bytes.endIndex))
  }
}
