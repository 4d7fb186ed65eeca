import Testing

/// Reads the notation of the Grammar folder: `a = b, [ c ] | { "d" } ;`.
struct EBNFReader {
  enum Token: Hashable {
    case name(String)
    case terminal(String)
    case symbol(Character)
  }

  var tokens: ArraySlice<Token>

  static func tokens(of text: String) throws -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      if rest.hasPrefix("(*") {
        let end = try #require(rest.firstRange(of: "*)"), "an open comment")
        rest = rest[end.upperBound...]
      } else if first == "\"" || first == "'" {
        let inner = rest.dropFirst()
        let end = try #require(inner.firstIndex(of: first), "an open quote")
        tokens.append(.terminal(String(inner[..<end])))
        rest = inner[inner.index(after: end)...]
      } else if first.isLetter {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        tokens.append(.name(String(name)))
        rest = rest[name.endIndex...]
      } else {
        if !first.isWhitespace { tokens.append(.symbol(first)) }
        rest = rest.dropFirst()
      }
    }
    return tokens
  }

  mutating func rule() throws -> (String, EBNF.Expression)? {
    guard let first = tokens.popFirst() else { return nil }
    guard case .name(let name) = first else {
      throw Problem("a rule begins with its name, not with \(first)")
    }
    try expect("=")
    let expression = try choice()
    try expect(";")
    return (name, expression)
  }

  private struct Problem: Error, CustomStringConvertible {
    let description: String
    init(_ text: String) { description = text }
  }

  private mutating func expect(_ symbol: Character) throws {
    guard tokens.first == .symbol(symbol) else {
      throw Problem("'\(symbol)' is missing before \(tokens.prefix(3))")
    }
    tokens.removeFirst()
  }

  private mutating func take(_ symbol: Character) -> Bool {
    guard tokens.first == .symbol(symbol) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func choice() throws -> EBNF.Expression {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws -> EBNF.Expression {
    var parts = [try part()]
    while take(",") { parts.append(try part()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func part() throws -> EBNF.Expression {
    switch tokens.popFirst() {
    case .name(let name): return .rule(name)
    case .terminal(let text): return .terminal(text)
    case .symbol("["): return .optional(try closed("]"))
    case .symbol("{"): return .repeated(try closed("}"))
    case .symbol("("): return try closed(")")
    case let other: throw Problem("\(String(describing: other)) begins no expression")
    }
  }

  private mutating func closed(_ symbol: Character) throws -> EBNF.Expression {
    let expression = try choice()
    try expect(symbol)
    return expression
  }
}
