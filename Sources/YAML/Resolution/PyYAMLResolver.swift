/// The implicit resolvers of PyYAML 6 (`resolver.py`) and the constructors of its `SafeLoader`.
enum PyYAMLResolver {
  static func value(of text: String) -> YAMLValue {
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      return number(text) ?? (isTimestamp(text) ? .timestamp(text) : .string(text))
    default:
      return word(text) ?? .string(text)
    }
  }

  /// Whether the implicit resolvers leave it at text. `value` says text also where a constructor
  /// fails (`0x_`).
  static func isText(_ text: String) -> Bool {
    switch text {
    case "", "=", "<<": false
    default: word(text) == nil && !isFloat(text) && !isInt(text) && !isTimestamp(text)
    }
  }

  private static func word(_ text: String) -> YAMLValue? {
    // Most texts are longer than `false`.
    if text.utf8.count > 5 { return nil }
    return switch text {
    case "~", "null", "Null", "NULL": .null
    case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": .bool(true)
    case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": .bool(false)
    default: nil
    }
  }

  static func number(_ text: String) -> YAMLValue? {
    if isFloat(text) { return PyYAMLNumber.float(text) }
    if isInt(text) { return PyYAMLNumber.int(text) }
    return nil
  }

  static func bool(_ text: String) -> Bool? {
    // The constructor, unlike the resolver, does not mind the case (`!!bool yEs`).
    switch text.lowercased() {
    case "yes", "true", "on": true
    case "no", "false", "off": false
    default: nil
    }
  }

  private static func isFloat(_ text: String) -> Bool {
    switch text {
    case ".inf", ".Inf", ".INF", "-.inf", "-.Inf", "-.INF", "+.inf", "+.Inf", "+.INF", ".nan",
      ".NaN", ".NAN":
      return true
    default: break
    }
    var cursor = ScalarCursor(text)
    if cursor.take(UInt8(ascii: ".")) {
      guard cursor.take(where: \.isDigit) else { return false }
      cursor.takeAll(where: \.isDigitOrUnderscore)
      return endsAfterExponent(&cursor)
    }
    cursor.takeSign()
    guard cursor.take(where: \.isDigit) else { return false }
    cursor.takeAll(where: \.isDigitOrUnderscore)
    guard let sixtieths = takeSixtieths(&cursor), cursor.take(UInt8(ascii: ".")) else {
      return false
    }
    cursor.takeAll(where: \.isDigitOrUnderscore)
    return sixtieths > 0 ? cursor.isAtEnd : endsAfterExponent(&cursor)
  }

  /// `(?:[eE][-+][0-9]+)?$`: without a sign it is no exponent, so `1e3` and `1.0e3` are text.
  private static func endsAfterExponent(_ cursor: inout ScalarCursor) -> Bool {
    if cursor.isAtEnd { return true }
    guard cursor.take(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }),
      cursor.take(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }),
      cursor.takeAll(where: \.isDigit) > 0
    else { return false }
    return cursor.isAtEnd
  }

  /// `(?::[0-5]?[0-9])*`: how many there are, or nothing if a colon has no digit after it.
  private static func takeSixtieths(_ cursor: inout ScalarCursor) -> Int? {
    var count = 0
    while cursor.take(UInt8(ascii: ":")) {
      let first = cursor.next
      guard cursor.take(where: \.isDigit) else { return nil }
      if let first, first <= UInt8(ascii: "5") { _ = cursor.take(where: \.isDigit) }
      count += 1
    }
    return count
  }

  private static func isInt(_ text: String) -> Bool {
    var cursor = ScalarCursor(text)
    cursor.takeSign()
    if cursor.take(text: "0b") {
      let count = cursor.takeAll {
        $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") || $0 == UInt8(ascii: "_")
      }
      return count > 0 && cursor.isAtEnd
    }
    if cursor.take(text: "0x") {
      let count = cursor.takeAll { $0.hexValue != nil || $0 == UInt8(ascii: "_") }
      return count > 0 && cursor.isAtEnd
    }
    if cursor.take(UInt8(ascii: "0")) {
      cursor.takeAll { $0.isOctal || $0 == UInt8(ascii: "_") }
      return cursor.isAtEnd
    }
    guard cursor.take(where: \.isDigit) else { return false }
    cursor.takeAll(where: \.isDigitOrUnderscore)
    return takeSixtieths(&cursor) != nil && cursor.isAtEnd
  }

  static func isTimestamp(_ text: String) -> Bool {
    var cursor = ScalarCursor(text)
    let dash = UInt8(ascii: "-")
    let colon = UInt8(ascii: ":")
    guard cursor.take(4, 4, where: \.isDigit), cursor.take(dash) else { return false }
    let month = cursor.index
    guard cursor.take(1, 2, where: \.isDigit), cursor.take(dash) else { return false }
    let day = cursor.index
    guard cursor.take(1, 2, where: \.isDigit) else { return false }
    if cursor.isAtEnd { return day - month == 3 && cursor.index - day == 2 }
    guard
      cursor.take(where: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: "t") })
        || cursor.takeAll(where: \.isBlank) > 0,
      cursor.take(1, 2, where: \.isDigit), cursor.take(colon),
      cursor.take(2, 2, where: \.isDigit), cursor.take(colon),
      cursor.take(2, 2, where: \.isDigit)
    else { return false }
    if cursor.take(UInt8(ascii: ".")) { cursor.takeAll(where: \.isDigit) }
    if cursor.isAtEnd { return true }
    cursor.takeAll(where: \.isBlank)
    if cursor.take(UInt8(ascii: "Z")) { return cursor.isAtEnd }
    guard cursor.take(where: { $0 == dash || $0 == UInt8(ascii: "+") }),
      cursor.take(1, 2, where: \.isDigit)
    else { return false }
    if cursor.take(colon) { return cursor.take(2, 2, where: \.isDigit) && cursor.isAtEnd }
    return cursor.isAtEnd
  }
}
