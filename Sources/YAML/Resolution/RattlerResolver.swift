/// How rattler-build understands a plain scalar (observed with py-rattler-build 0.73).
enum RattlerResolver {
  static func value(of text: String) -> YAMLValue {
    if let bool = bool(text) { return .bool(bool) }
    if let int = int(text) { return .int(int) }
    return .string(text)
  }

  /// Values that become JSON: Rust's float syntax counts, and JSON has no place for what is not
  /// finite.
  static func extraValue(of text: String) -> YAMLValue {
    if text.isEmpty || text == "~" || text == "null" { return .null }
    if let bool = bool(text) { return .bool(bool) }
    if let int = int(text) { return .int(int) }
    if let float = rustFloat(text) { return float.isFinite ? .float(float) : .null }
    return .string(text)
  }

  private static func bool(_ text: String) -> Bool? {
    switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  private static func int(_ text: String) -> Int? {
    guard let first = text.utf8.first,
      first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    else { return nil }
    return Int(text)
  }

  private static func rustFloat(_ text: String) -> Double? {
    var cursor = ScalarCursor(text)
    cursor.takeSign()
    guard let first = cursor.next else { return nil }
    guard first.isDigit || first == UInt8(ascii: ".") else {
      // `infinity` is the longest of them.
      if cursor.bytes.count > 9 { return nil }
      switch String(decoding: cursor.bytes[cursor.index...], as: UTF8.self).lowercased() {
      case "inf", "infinity": return .infinity
      case "nan": return .nan
      default: return nil
      }
    }
    guard let parts = DecimalParts(&cursor) else { return nil }
    return Double(parts.text(after: cursor.bytes.first == UInt8(ascii: "-") ? "-" : ""))
  }
}
