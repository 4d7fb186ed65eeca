/// Reads the notation of the Grammar folder: `a = b, [ c ] | { "d" } ;`.
struct GrammarReader {
  private enum Token: Hashable {
    case name(String)
    case terminal(String)
    case special(String)
    case symbol(Character)
  }

  private var tokens: ArraySlice<Token>

  init(_ text: String) throws {
    tokens = try Self.tokens(of: text)[...]
  }

  private static func tokens(of text: String) throws -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      if rest.hasPrefix("(*") {
        guard let end = rest.firstRange(of: "*)") else { throw problem("a comment is open") }
        rest = rest[end.upperBound...]
      } else if first == "\"" || first == "'" || first == "?" {
        let inner = rest.dropFirst()
        guard let end = inner.firstIndex(of: first) else { throw problem("a quote is open") }
        let text = String(inner[..<end])
        tokens.append(first == "?" ? .special(text) : .terminal(text))
        rest = inner[inner.index(after: end)...]
      } else if first.isLetter {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        tokens.append(.name(String(name)))
        rest = rest[name.endIndex...]
      } else {
        if !first.isWhitespace { tokens.append(.symbol(first)) }
        rest = rest.dropFirst()
      }
    }
    return tokens
  }

  mutating func rule() throws -> (String, Grammar.Expression)? {
    guard let first = tokens.popFirst() else { return nil }
    guard case .name(let name) = first else {
      throw Self.problem("a rule begins with its name, not with \(first)")
    }
    try expect("=")
    let expression = try choice()
    try expect(";")
    return (name, expression)
  }

  private static func problem(_ text: String) -> Grammar.Problem {
    Grammar.Problem(description: text)
  }

  private mutating func expect(_ symbol: Character) throws {
    guard take(symbol) else {
      throw Self.problem("'\(symbol)' is missing before \(tokens.prefix(3))")
    }
  }

  private mutating func take(_ symbol: Character) -> Bool {
    guard tokens.first == .symbol(symbol) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func choice() throws -> Grammar.Expression {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws -> Grammar.Expression {
    var parts = [try term()]
    while take(",") { parts.append(try term()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func term() throws -> Grammar.Expression {
    let first = try part()
    return take("-") ? .except(first, try part()) : first
  }

  private mutating func part() throws -> Grammar.Expression {
    switch tokens.popFirst() {
    case .name(let name): return .rule(name)
    case .terminal(let text): return .terminal(text)
    case .special(let text): return .special(text)
    case .symbol("["): return .optional(try closed("]"))
    case .symbol("{"): return .repeated(try closed("}"))
    case .symbol("("): return try closed(")")
    case let other: throw Self.problem("\(String(describing: other)) begins no expression")
    }
  }

  private mutating func closed(_ symbol: Character) throws -> Grammar.Expression {
    let expression = try choice()
    try expect(symbol)
    return expression
  }
}
