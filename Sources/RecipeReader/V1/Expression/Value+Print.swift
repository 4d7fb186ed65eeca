extension V1.Value: CustomStringConvertible {
  /// As a template prints it.
  package var description: String {
    switch self {
    case .undefined, .absent: ""
    case .string(let text): text
    default: literal
    }
  }

  /// As it stands inside of a printed list.
  var literal: String {
    switch self {
    case .undefined, .absent: "undefined"
    case .none: "none"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): Self.print(value)
    case .string(let text): Self.quoted(text)
    case .list(let items), .iterable(let items):
      "[" + items.map(\.literal).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { $0.key.literal + ": " + $0.value.literal }.joined(separator: ", ") + "}"
    case .function(let function): function.rawValue
    case .host(let host): host.rawValue
    case .object(let object): object.description
    }
  }

  /// Always with a point, never with an exponent.
  static func print(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-inf" : "inf" }
    let text = value.description
    guard let mark = text.firstIndex(of: "e") else { return text }
    guard let exponent = Int(text[text.index(after: mark)...]) else { return text }
    return positional(mantissa: text[..<mark], exponent: exponent)
  }

  private static func positional(mantissa: Substring, exponent: Int) -> String {
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    let parts = mantissa.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts[0]
    let fraction = parts.count > 1 && parts[1] != "0" ? parts[1] : ""
    let digits = String(whole + fraction)
    let point = whole.count + exponent
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count {
      return sign + digits + String(repeating: "0", count: point - digits.count) + ".0"
    }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }

  /// In double quotes, with escapes where needed.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0": result += "\\0"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
