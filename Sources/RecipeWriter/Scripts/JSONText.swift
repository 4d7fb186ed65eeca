/// Texts in JSON.
enum JSONText {
  static func quoted(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  /// What stands between the quotes.
  static func escaped(_ text: String) -> String {
    text.mapScalars { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case "\0"..<" ", "\u{7F}": "\\u00" + hex(scalar.value)
      default: nil
      }
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
