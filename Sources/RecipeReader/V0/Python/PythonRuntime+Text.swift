extension PythonRuntime {
  /// `str(x)`.
  func text(of value: PythonValue) throws(PythonError) -> String {
    switch value {
    case .string(let text): return text
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      return ""
    default: return try representation(of: value)
    }
  }

  /// `repr(x)`: what lists and dictionaries print of their elements.
  func representation(of value: PythonValue) throws(PythonError) -> String {
    switch value {
    case .none: return "None"
    case .bool(let flag): return flag ? "True" : "False"
    case .int(let number): return String(number)
    case .float(let number): return Self.text(of: number)
    case .string(let text):
      try allocate(text.utf8.count)
      return Self.quoted(text)
    case .list(let list): return "[" + (try joined(list.elements)) + "]"
    case .tuple(let elements):
      return elements.count == 1
        ? "(" + (try joined(elements)) + ",)" : "(" + (try joined(elements)) + ")"
    case .dict(let dict):
      var parts: [String] = []
      for (key, value) in dict.entries {
        let pair = try descend { () throws(PythonError) -> String in
          try representation(of: key) + ": " + representation(of: value)
        }
        try allocate(pair.utf8.count)
        parts.append(pair)
      }
      return "{" + parts.joined(separator: ", ") + "}"
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      return ""
    case .object(let object): return try object.text(self)
    }
  }

  private func joined(_ elements: [PythonValue]) throws(PythonError) -> String {
    try descend { () throws(PythonError) -> String in
      var text = ""
      for (index, element) in elements.enumerated() {
        if index > 0 { text += ", " }
        text += try representation(of: element)
        try spend()
        if text.utf8.count > limits.size { try allocate(text.utf8.count) }
      }
      return text
    }
  }

  static func text(of number: Double) -> String {
    // Both print the shortest digits that read back; Python turns to exponents at 1e16.
    if number.magnitude >= 1e16, number.magnitude < 0x1p54, let whole = Int(exactly: number) {
      var digits = String(whole.magnitude)
      let exponent = digits.utf8.count - 1
      while digits.utf8.count > 1, digits.hasSuffix("0") { digits.removeLast() }
      let head = digits.removeFirst()
      let fraction = digits.isEmpty ? "" : ".\(digits)"
      return "\(whole < 0 ? "-" : "")\(head)\(fraction)e+\(exponent)"
    }
    return number.description
  }

  private static func quoted(_ text: String) -> String {
    let quote: Unicode.Scalar =
      text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case quote: result += "\\" + String(quote)
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    result.unicodeScalars.append(quote)
    return result
  }
}
