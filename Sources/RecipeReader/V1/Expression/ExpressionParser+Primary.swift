extension V1.ExpressionParser {
  private typealias Failure = V1.ExpressionError

  /// A literal, a name, or what stands in brackets.
  mutating func parsePrimary() throws(V1.ExpressionError) -> V1.Expression {
    let (token, start) = (token, start)
    switch token {
    case .name(let name):
      // The engine takes these words for variables where they stand for nothing else, which nobody means.
      guard !Self.reserved.contains(name) else {
        throw Failure.unexpected(token, expected: "an expression", at: start)
      }
      try advance()
      return Self.constant(named: name).map { .constant($0) } ?? .name(name)
    case .string(var text):
      try advance()
      // Strings side by side are one string.
      while case .string(let next) = self.token {
        text += next
        try advance()
      }
      return .constant(.string(text))
    case .integer(let value):
      try advance()
      return .constant(.integer(value))
    case .number(let value):
      try advance()
      return .constant(.number(value))
    case .symbol(.parenthesisOpen): return try parseParentheses()
    case .symbol(.bracketOpen):
      try advance()
      return .list(try parseItems(until: .bracketClose))
    case .symbol(.braceOpen): return try parseMapping()
    case .symbol, .end:
      throw Failure.unexpected(token, expected: "an expression", at: start)
    }
  }

  private static let reserved: Set<String> = ["and", "or", "not", "in", "is", "if", "else"]

  private static func constant(named name: String) -> V1.Value? {
    switch name {
    case "true", "True": .boolean(true)
    case "false", "False": .boolean(false)
    case "none", "None": V1.Value.none
    default: nil
    }
  }

  /// A group, or a list when there is a comma: the language has no tuples.
  private mutating func parseParentheses() throws(V1.ExpressionError) -> V1.Expression {
    try advance()
    if try accept(.parenthesisClose) != nil { return .list([]) }
    let first = try parseExpression()
    guard try accept(.comma) != nil else {
      try expect(.parenthesisClose)
      return first
    }
    return .list([first] + (try parseItems(until: .parenthesisClose)))
  }

  /// Comma-separated expressions up to the closing bracket, a trailing comma allowed.
  private mutating func parseItems(
    until close: V1.Token.Symbol
  ) throws(V1.ExpressionError) -> [V1.Expression] {
    var items: [V1.Expression] = []
    while try accept(close) == nil {
      items.append(try parseExpression())
      try count()
      if try accept(.comma) == nil {
        try expect(close)
        break
      }
    }
    return items
  }

  private mutating func parseMapping() throws(V1.ExpressionError) -> V1.Expression {
    try advance()
    var entries: [V1.Expression.Entry] = []
    while try accept(.braceClose) == nil {
      let key = try parseExpression()
      try expect(.colon)
      entries.append(.init(key: key, value: try parseExpression()))
      try count()
      if try accept(.comma) == nil {
        try expect(.braceClose)
        break
      }
    }
    return .mapping(entries)
  }
}
