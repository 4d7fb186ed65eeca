extension V1 {
  /// Plain values in a legacy variant file.
  enum LegacyScalar {
    static func value(of text: String) -> Value {
      switch text {
      case "true", "True", "TRUE": return .boolean(true)
      case "false", "False", "FALSE": return .boolean(false)
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .number(.infinity)
      case "-.inf", "-.Inf", "-.INF": return .number(-.infinity)
      case ".nan", ".NaN", ".NAN": return .number(.nan)
      default: break
      }
      guard !hasLeadingZero(text) else { return .string(text) }
      if let number = whole(text) { return .integer(number) }
      return decimal(text).map { .number($0) } ?? .string(text)
    }

    /// The engine puts quotes around numbers that stand as list items on lines of their own, so that
    /// `- 3.10` stays as it is. Numbers in flow lists it doesn't see.
    static func quotingNumber(in line: String) -> String {
      let item = Array(line.utf8)[...].trimmed(\.isSpace)
      guard item.starts(with: "- ".utf8) else { return line }
      let text = String(decoding: item.dropFirst(2).trimmed(\.isSpace), as: UTF8.self)
      guard decimal(text) != nil || ["inf", "infinity", "nan"].contains(text.lowercased()) else {
        return line
      }
      return line.replacing(bytesOf: text, with: "\"\(text)\"")
    }

    /// `007` is text.
    private static func hasLeadingZero(_ text: String) -> Bool {
      let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      return digits.count > 1 && digits.first == UInt8(ascii: "0")
        && digits.dropFirst().allSatisfy(\.isDigit)
    }

    private static func whole(_ text: String) -> Int? {
      let isNegative = text.hasPrefix("-")
      let digits = text.hasPrefix("+") || isNegative ? text.dropFirst() : text[...]
      for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
        return Int((isNegative ? "-" : "") + digits.dropFirst(2), radix: radix)
      }
      return digits.utf8.first?.isDigit ?? false ? Int(text) : nil
    }

    /// Digits with a point or an exponent, as Rust reads them.
    static func decimal(_ text: String) -> Double? {
      let isNumber =
        text.utf8.contains(where: \.isDigit)
        && text.utf8.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
      guard isNumber else { return nil }
      var digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
      let mantissa = digits.prefix { $0 != "e" && $0 != "E" }
      if mantissa.hasSuffix(".") {
        digits = mantissa.dropLast() + digits.dropFirst(mantissa.count)
      }
      return Double(digits)
    }
  }
}
