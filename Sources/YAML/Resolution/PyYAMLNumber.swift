/// The number constructors of PyYAML's `SafeLoader`, for texts that its resolvers let through.
enum PyYAMLNumber {
  /// Python refuses longer decimal numbers; so a huge number cannot cost us quadratic time either.
  private static let longestNumber = 4300

  static func int(_ text: String) -> YAMLValue? {
    var digits = text.utf8.filter { $0 != UInt8(ascii: "_") }[...]
    guard digits.count <= longestNumber else { return nil }
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    let radix: UInt32
    if digits.starts(with: "0b".utf8) {
      radix = 2
      digits.removeFirst(2)
    } else if digits.starts(with: "0x".utf8) {
      radix = 16
      digits.removeFirst(2)
    } else if digits.first == UInt8(ascii: "0") {
      radix = 8
    } else if digits.contains(UInt8(ascii: ":")) {
      return sexagesimal(digits, isNegative: isNegative)
    } else {
      radix = 10
    }
    // `0x_` passes the resolver, but no digits are left for the constructor.
    guard !digits.isEmpty else { return nil }
    return whole(digits, radix: radix, isNegative: isNegative)
  }

  private static func whole(
    _ digits: ArraySlice<UInt8>, radix: UInt32, isNegative: Bool
  ) -> YAMLValue? {
    var number = BigNatural()
    for digit in digits {
      guard let value = digit.hexValue, value < radix else { return nil }
      number.multiply(by: radix, adding: value)
    }
    return number.value(isNegative: isNegative)
  }

  private static func sexagesimal(_ digits: ArraySlice<UInt8>, isNegative: Bool) -> YAMLValue? {
    let parts = digits.split(separator: UInt8(ascii: ":"))
    guard let head = parts.first else { return nil }
    var number = BigNatural()
    for digit in head { number.multiply(by: 10, adding: digit.hexValue ?? 0) }
    for part in parts.dropFirst() {
      number.multiply(by: 60, adding: part.reduce(0) { $0 * 10 + ($1.hexValue ?? 0) })
    }
    return number.value(isNegative: isNegative)
  }

  static func float(_ text: String) -> YAMLValue? {
    var digits = text.filter { $0 != "_" }.lowercased()[...]
    var sign = 1.0
    if digits.first == "-" { sign = -1 }
    if digits.first == "-" || digits.first == "+" { digits.removeFirst() }
    if digits == ".inf" { return .float(sign * .infinity) }
    if digits == ".nan" { return .float(.nan) }
    guard digits.contains(":") else { return plain(digits).map { .float(sign * $0) } }
    // Least place first, as PyYAML adds them up: the rounding is the same.
    var value = 0.0
    var base = 1.0
    for part in digits.split(separator: ":").reversed() {
      guard let number = plain(part) else { return nil }
      value += number * base
      base *= 60
    }
    return .float(sign * value)
  }

  private static func plain(_ digits: Substring) -> Double? {
    var text = String(digits)
    if text.utf8.first == UInt8(ascii: ".") { text = "0" + text }
    if text.utf8.last == UInt8(ascii: ".") { text += "0" }
    return Double(text)
  }
}
