extension JinjaEvaluation {
  /// The filters that give text.
  func text(_ filter: JinjaFilter, _ value: PythonValue, _ arguments: PythonArguments)
    throws(PythonError) -> String
  {
    if filter == .tojson { return try JinjaJSON.htmlSafe(value, runtime) }
    let text = try runtime.text(of: value)
    try runtime.allocate(text.utf8.count)
    let name = filter.rawValue
    switch filter {
    case .lower: return text.lowercased()
    case .upper: return text.uppercased()
    case .capitalize: return PythonCase.capitalized(text)
    case .title: return PythonCase.wordsCapitalized(text)
    case .trim:
      let values = try arguments.bound(to: ["chars"], of: name)
      return PythonText.stripped(text, of: values[0]?.asString, left: true, right: true)
    case .replace:
      let values = try arguments.bound(to: ["old", "new", "count"], required: 2, of: name)
      var limit = -1
      if case .int(let count)? = values[2] { limit = count }
      let old = try runtime.text(of: values[0] ?? .none)
      try runtime.search(text, for: old)
      return try runtime.replaced(text, old, try runtime.text(of: values[1] ?? .none), limit: limit)
    case .format:
      let value: PythonValue
      if arguments.keywords.isEmpty {
        value = .tuple(arguments.positional)
      } else {
        let dict = PythonDict()
        for (name, value) in arguments.keywords { dict.set(value, for: name) }
        value = .dict(dict)
      }
      return try runtime.formatted(text, with: value)
    case .center:
      let values = try arguments.bound(to: ["width"], of: name)
      return try runtime.padded(.center, text, PythonArguments([values[0] ?? .int(80)]))
    case .indent: return try indented(text, value, arguments)
    case .truncate: return try truncated(text, arguments)
    case .escape, .e, .forceescape: return Self.escaped(text)
    case .urlencode: return Self.urlencoded(text)
    default: return text
    }
  }

  private func indented(
    _ text: String, _ value: PythonValue, _ arguments: PythonArguments
  ) throws(PythonError) -> String {
    let values = try arguments.bound(to: ["width", "first", "blank"], of: "indent")
    guard value.asString != nil || value.isUndefined else {
      throw PythonError(.typeError, "can only indent text, not \(value.typeName)")
    }
    let indention: String
    if let text = values[0]?.asString {
      indention = text
    } else {
      let width = try values[0].map(runtime.integer) ?? 4
      try runtime.allocate(width)
      indention = String(repeating: " ", count: max(0, width))
    }
    let isFirst = try values[1].map(runtime.isTruthy) ?? false
    let isBlank = try values[2].map(runtime.isTruthy) ?? false
    let lines = PythonLines.split(Array((text + "\n").utf8)).map {
      String(decoding: $0, as: UTF8.self)
    }
    let (size, overflow) = lines.count.multipliedReportingOverflow(by: indention.utf8.count)
    try runtime.allocate(overflow ? Int.max : size)
    let rest = lines.dropFirst().map { isBlank || !$0.isEmpty ? indention + $0 : $0 }
    return (isFirst ? indention : "") + ([lines.first ?? ""] + rest).joined(separator: "\n")
  }

  private func truncated(_ text: String, _ arguments: PythonArguments) throws(PythonError)
    -> String
  {
    let values = try arguments.bound(
      to: ["length", "killwords", "end", "leeway"], of: "truncate")
    let length = try values[0].map(runtime.integer) ?? 255
    let end = try values[2].map(runtime.text) ?? "..."
    let leeway = try values[3].map(runtime.integer) ?? 5
    let scalars = Array(text.unicodeScalars)
    if scalars.count <= length &+ leeway { return text }
    let kept = scalars.prefix(max(0, length - end.unicodeScalars.count))
    let isCut = try values[1].map(runtime.isTruthy) ?? false
    let last = isCut ? nil : kept.lastIndex(of: " ")
    return String(String.UnicodeScalarView(kept[..<(last ?? kept.endIndex)])) + end
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "'": result += "&#39;"
      case "\"": result += "&#34;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func urlencoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let isSafe =
        (byte < 0x80 && JinjaScanner.isNamePart(byte)) || "-.~/".utf8.contains(byte)
      if isSafe {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
