extension PythonRuntime {
  /// `int(x)`, `int(x, base)`.
  func int(_ value: PythonValue, base: Int = 10) throws(PythonError) -> PythonValue {
    switch value {
    case .bool, .int: return .int(value.asInt ?? 0)
    case .float(let number):
      guard let whole = Int(exactly: number.rounded(.towardZero)) else {
        throw PythonError(
          .overflowError, "cannot convert float \(Self.text(of: number)) to integer")
      }
      return .int(whole)
    case .string(let text):
      if let number = Self.int(text, base: base) { return .int(number) }
      throw PythonError(
        .valueError,
        "invalid literal for int() with base \(base): \(try representation(of: value))")
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      return .int(0)
    default:
      throw PythonError(
        .typeError,
        "int() argument must be a string, a bytes-like object or a real number, not "
          + "'\(value.typeName)'")
    }
  }

  /// Digits with single underscores between them, a sign, white space around.
  static func int(_ text: String, base: Int = 10) -> Int? {
    guard base >= 2, base <= 36 else { return nil }
    var trimmed = PythonText.stripped(text, of: nil, left: true, right: true)
    let isNegative = trimmed.hasPrefix("-")
    if let prefix = prefixes[base] {
      let unsigned = trimmed.drop { $0 == "-" || $0 == "+" }
      if unsigned.lowercased().hasPrefix(prefix) {
        trimmed = (isNegative ? "-" : "") + unsigned.dropFirst(2)
      }
    }
    guard let digits = withoutUnderscores(trimmed) else { return nil }
    return Int(digits, radix: base)
  }

  private static let prefixes = [16: "0x", 8: "0o", 2: "0b"]

  private static func withoutUnderscores(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    let isClean = parts.allSatisfy { part in
      guard let first = part.utf8.first, let last = part.utf8.last else { return false }
      return isDigit(last) && (isDigit(first) || part.startIndex == text.startIndex)
    }
    return isClean ? parts.joined() : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// `float(x)`.
  func float(_ value: PythonValue) throws(PythonError) -> PythonValue {
    switch value {
    case .bool, .int, .float: return .float(value.asNumber ?? 0)
    case .string(let text):
      if let number = Self.float(text) { return .float(number) }
      throw PythonError(
        .valueError, "could not convert string to float: \(try representation(of: value))")
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      return .float(0)
    default:
      throw PythonError(
        .typeError,
        "float() argument must be a string or a real number, not '\(value.typeName)'")
    }
  }

  static func float(_ text: String) -> Double? {
    let trimmed = PythonText.stripped(text, of: nil, left: true, right: true)
    guard let digits = withoutUnderscores(trimmed) else { return nil }
    switch digits.lowercased() {
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    case "nan", "+nan", "-nan": return .nan
    default:
      let isPlain = digits.utf8.allSatisfy {
        isDigit($0) || "+-.eE".utf8.contains($0)
      }
      return isPlain ? Double(digits) : nil
    }
  }
}
