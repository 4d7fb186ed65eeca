/// Chooses how a scalar looks.
struct ScalarPrinter {
  enum Output {
    case oneLine(String)
    case literal(LiteralBlock)
  }

  let guardsBrackets: Bool

  func print(_ scalar: YAMLText) -> Output {
    switch scalar.style {
    case .literal:
      if let literal = literal(scalar.text) { return .literal(literal) }
    case .automatic where scalar.text.utf8.contains(UInt8(ascii: "\n")):
      if let literal = literal(scalar.text) { return .literal(literal) }
    default: break
    }
    return .oneLine(oneLine(scalar))
  }

  private func literal(_ text: String) -> LiteralBlock? {
    guard let literal = LiteralBlock(text) else { return nil }
    if guardsBrackets, literal.lines.contains(where: { endsInBracket($0) || looksLikeSelector($0) })
    {
      return nil
    }
    return literal
  }

  /// As a key, where only one line is possible.
  func oneLine(_ scalar: YAMLText) -> String {
    let text = scalar.text
    switch scalar.style {
    case .verbatim where !text.unicodeScalars.contains(where: \.isYAMLBreak): return text
    case .single where text.unicodeScalars.allSatisfy(\.isYAMLPrintable):
      if !(guardsBrackets && looksLikeSelector(text[...])) { return singleQuoted(text) }
    case .automatic where PlainText.isSafe(text) && !(guardsBrackets && endsInBracket(text[...])):
      return text
    default: break
    }
    return doubleQuoted(text)
  }

  private func singleQuoted(_ text: String) -> String {
    var quoted = "'"
    for scalar in text.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "'" { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }

  private func doubleQuoted(_ text: String) -> String {
    let hidesHash = guardsBrackets && looksLikeSelector(text[...])
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case "#" where hidesHash: quoted += "\\x23"
      case _ where scalar.isYAMLPrintable: quoted.unicodeScalars.append(scalar)
      default: quoted += Self.escape(scalar.value)
      }
    }
    return quoted + "\""
  }

  static func escape(_ value: UInt32) -> String {
    let (letter, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
    let digits = String(value, radix: 16, uppercase: true)
    return "\\" + letter + String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  private func endsInBracket(_ line: Substring) -> Bool {
    line.utf8.reversed().first { !$0.isBlank } == UInt8(ascii: "]")
  }

  /// conda-build takes `# [` anywhere in a line for a selector, within quotes too.
  private func looksLikeSelector(_ text: Substring) -> Bool {
    guard let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) else { return false }
    return text.utf8[hash...].contains(UInt8(ascii: "["))
  }
}
