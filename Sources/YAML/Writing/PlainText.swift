/// Whether a text may stand without quotes, for every reader of YAML 1.1 and 1.2.
package enum PlainText {
  package static func isSafe(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last,
      last != UInt8(ascii: " "), last != UInt8(ascii: ":"), mayStart(text, with: first)
    else { return false }
    var previous: UInt8 = 0
    var isASCII = true
    for byte in text.utf8 {
      switch byte {
      case 0..<0x20, 0x7F: return false
      case UInt8(ascii: " ") where previous == UInt8(ascii: ":"): return false
      case UInt8(ascii: "#") where previous == UInt8(ascii: " "): return false
      case 0x80...: isASCII = false
      default: break
      }
      previous = byte
    }
    return (isASCII || text.unicodeScalars.allSatisfy(\.isYAMLPrintable))
      && !meansSomethingElse(text, first)
  }

  private static func mayStart(_ text: String, with first: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      return false
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      let second = text.utf8.dropFirst().first
      if second == nil || second == UInt8(ascii: " ") { return false }
    default: break
    }
    // `---` and `...` at the start of a line would end the document.
    return !text.hasPrefix("---") && !text.hasPrefix("...")
  }

  /// A number, truth value, null, date, merge key or the value key in one of the schemas.
  private static func meansSomethingElse(_ text: String, _ first: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      break
    case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "y"),
      UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"),
      UInt8(ascii: "O"), UInt8(ascii: "i"), UInt8(ascii: "I"):
      // `Infinity` is the longest of them.
      if text.utf8.count > 8 { return false }
    default: return false
    }
    // YAML 1.1 has one-letter truth values, PyYAML does not.
    switch text {
    case "y", "Y", "n", "N": return true
    default: break
    }
    guard PyYAMLResolver.isText(text), case .string = RattlerResolver.extraValue(of: text) else {
      return true
    }
    // What YAML 1.2 itself adds to the numbers of the readers above.
    var cursor = ScalarCursor(text)
    cursor.takeSign()
    if cursor.take(text: "0o") {
      return cursor.takeAll(where: \.isOctal) > 0 && cursor.isAtEnd
    }
    if cursor.take(text: "0x") {
      return cursor.takeAll(where: { $0.hexValue != nil }) > 0 && cursor.isAtEnd
    }
    return false
  }
}
