/// A format specification such as `>10`, `02d` or `.2f`.
struct PythonFormat {
  var fill: Unicode.Scalar = " "
  var alignment: Unicode.Scalar?
  var sign: Unicode.Scalar?
  var width = 0
  var precision: Int?
  var type: Unicode.Scalar?

  init(_ specification: String) {
    var rest = specification.unicodeScalars[...]
    let aligns: Set<Unicode.Scalar> = ["<", ">", "^", "="]
    if let second = rest.dropFirst().first, aligns.contains(second), let first = rest.first {
      fill = first
      alignment = second
      rest = rest.dropFirst(2)
    } else if let first = rest.first, aligns.contains(first) {
      alignment = first
      rest = rest.dropFirst()
    }
    readNumbers(&rest)
    type = rest.first
  }

  init(percent flags: String, type: Unicode.Scalar) {
    var rest = flags.unicodeScalars[...]
    if rest.first == "-" {
      alignment = "<"
      rest.removeFirst()
    } else {
      alignment = ">"
    }
    readNumbers(&rest)
    if fill == "0" { alignment = "=" }
    self.type = type
  }

  private mutating func readNumbers(_ rest: inout Substring.UnicodeScalarView) {
    if let first = rest.first, first == "+" || first == " " || first == "-" {
      sign = first
      rest.removeFirst()
    }
    if rest.first == "0" {
      fill = "0"
      alignment = alignment ?? "="
      rest.removeFirst()
    }
    width = Self.number(&rest) ?? 0
    if rest.first == "." {
      rest.removeFirst()
      precision = Self.number(&rest) ?? 0
    }
  }

  private static func number(_ rest: inout Substring.UnicodeScalarView) -> Int? {
    let digits = rest.prefix { $0.properties.numericType == .decimal }
    rest = rest[digits.endIndex...]
    return Int(String(String.UnicodeScalarView(digits)))
  }

  /// nil where the type does not fit the value.
  func text(of value: PythonValue, _ runtime: PythonRuntime) throws(PythonError) -> String? {
    try runtime.allocate(max(width, precision ?? 0))
    let body: String
    switch type {
    case nil where value.asInt == nil, "s", "r":
      var text = try runtime.text(of: value)
      if let precision {
        text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision)))
      }
      return padded(text, isNumber: false)
    case nil, "d":
      guard let number = value.asInt else { return nil }
      body = String(number)
    case "x", "o":
      guard let number = value.asInt else { return nil }
      body = String(number, radix: type == "x" ? 16 : 8)
    case "X":
      guard let number = value.asInt else { return nil }
      body = String(number, radix: 16, uppercase: true)
    case "f", "F":
      guard let number = value.asNumber else { return nil }
      guard let text = Self.fixed(number, precision ?? 6) else { return nil }
      body = text
    default: return nil
    }
    return padded(sign == "+" && !body.hasPrefix("-") ? "+" + body : body, isNumber: true)
  }

  private func padded(_ text: String, isNumber: Bool) -> String {
    let missing = width - text.unicodeScalars.count
    if missing <= 0 { return text }
    func filling(_ count: Int) -> String { String(repeating: String(fill), count: count) }
    switch alignment ?? (isNumber ? ">" : "<") {
    case ">": return filling(missing) + text
    case "^": return filling(missing / 2) + text + filling(missing - missing / 2)
    case "=" where isNumber:
      let isSigned = text.hasPrefix("-") || text.hasPrefix("+")
      return isSigned
        ? text.prefix(1) + filling(missing) + text.dropFirst() : filling(missing) + text
    default: return text + filling(missing)
    }
  }

  /// With so many decimals, halves to the even side as the exact binary value says.
  static func fixed(_ number: Double, _ decimals: Int) -> String? {
    guard number.isFinite, number.magnitude < 1e15, decimals <= 15 else { return nil }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    guard number.magnitude * scale < 9e18 else { return nil }
    let scaled = (number.magnitude * scale).rounded(.toNearestOrEven)
    var digits = String(Int(scaled))
    while digits.utf8.count <= decimals { digits = "0" + digits }
    let sign = number.sign == .minus ? "-" : ""
    if decimals == 0 { return sign + digits }
    return "\(sign)\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
  }
}
