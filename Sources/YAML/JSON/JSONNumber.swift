enum JSONNumber {
  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?`
  static func isNumber(_ text: String) -> Bool {
    var cursor = ScalarCursor(text)
    _ = cursor.take(UInt8(ascii: "-"))
    if !cursor.take(UInt8(ascii: "0")) {
      guard cursor.takeAll(where: \.isDigit) > 0 else { return false }
    }
    if cursor.take(UInt8(ascii: ".")), cursor.takeAll(where: \.isDigit) == 0 { return false }
    if cursor.take(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
      cursor.takeSign()
      guard cursor.takeAll(where: \.isDigit) > 0 else { return false }
    }
    return cursor.isAtEnd
  }
}
