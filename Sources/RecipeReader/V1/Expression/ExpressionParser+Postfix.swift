extension V1.ExpressionParser {
  private typealias Failure = V1.ExpressionError

  /// A signed primary with its attributes, subscripts and calls, then filters and tests.
  ///
  /// The sign binds tighter than all of them: `-3 | abs` is 3.
  mutating func parsePostfix() throws(V1.ExpressionError) -> V1.Expression {
    try parseFilters(of: try parseAccess(of: try parseSigned()))
  }

  private mutating func parseAccess(
    of base: V1.Expression
  ) throws(V1.ExpressionError) -> V1.Expression {
    var expression = base
    while case .symbol(let symbol) = token {
      switch symbol {
      case .dot:
        try advance()
        switch token {
        case .name(let name): expression = .attribute(expression, name)
        case .integer(let index): expression = .item(expression, .constant(.integer(index)))
        default: throw Failure.unexpected(token, expected: "a name or an index", at: start)
        }
        try advance()
      case .bracketOpen: expression = try parseSubscript(of: expression)
      case .parenthesisOpen: expression = .call(expression, try parseArguments())
      default: return expression
      }
      try count()
    }
    return expression
  }

  private mutating func parseSubscript(
    of base: V1.Expression
  ) throws(V1.ExpressionError) -> V1.Expression {
    try advance()
    var first: V1.Expression?
    if !at(.colon) { first = try parseExpression() }
    guard try accept(.colon) != nil else {
      try expect(.bracketClose)
      guard let first else {
        throw V1.ExpressionError(.syntax, "the subscript is empty", offset: start)
      }
      return .item(base, first)
    }
    var stop: V1.Expression?
    var step: V1.Expression?
    if !at(.bracketClose), !at(.colon) { stop = try parseExpression() }
    if try accept(.colon) != nil, !at(.bracketClose) { step = try parseExpression() }
    try expect(.bracketClose)
    return .slice(base, start: first, stop: stop, step: step)
  }

  private func at(_ symbol: V1.Token.Symbol) -> Bool {
    if case .symbol(symbol) = token { true } else { false }
  }

  private mutating func parseFilters(
    of base: V1.Expression
  ) throws(V1.ExpressionError) -> V1.Expression {
    var expression = base
    while true {
      if try accept(.pipe) != nil {
        let name = try parseDottedName()
        let arguments = at(.parenthesisOpen) ? try parseArguments() : []
        expression = .filter(name, V1.Filter(rawValue: name), expression, arguments)
      } else if try accept(name: "is") {
        let isNegated = try accept(name: "not")
        let name = try parseDottedName()
        let arguments = try parseTestArguments()
        expression = .test(name, V1.Test(name), expression, arguments)
        if isNegated { expression = .not(expression) }
      } else {
        return expression
      }
      try count()
    }
  }

  mutating func parseDottedName() throws(V1.ExpressionError) -> String {
    var name = try parseName()
    while try accept(.dot) != nil { name += "." + (try parseName()) }
    return name
  }

  mutating func parseName() throws(V1.ExpressionError) -> String {
    guard case .name(let name) = token else {
      throw Failure.unexpected(token, expected: "a name", at: start)
    }
    try advance()
    return name
  }

  /// A test takes its arguments in parentheses, or one argument without them: `x is startingwith "a"`.
  private mutating func parseTestArguments() throws(V1.ExpressionError) -> [V1.Expression.Argument]
  {
    switch token {
    case .symbol(.parenthesisOpen): return try parseArguments()
    case .name("and"), .name("or"), .name("else"), .name("is"): return []
    case .name, .string, .integer, .number, .symbol(.minus), .symbol(.plus),
      .symbol(.bracketOpen), .symbol(.braceOpen):
      let value = try parseAccess(of: try parseSigned())
      return [.init(kind: .positional, value: value)]
    default: return []
    }
  }

  mutating func parseArguments() throws(V1.ExpressionError) -> [V1.Expression.Argument] {
    try expect(.parenthesisOpen)
    var arguments: [V1.Expression.Argument] = []
    var hasKeywords = false
    while try accept(.parenthesisClose) == nil {
      if !arguments.isEmpty {
        try expect(.comma)
        if try accept(.parenthesisClose) != nil { break }
      }
      let argument = try parseArgument(hasKeywords: &hasKeywords)
      arguments.append(argument)
      try count()
    }
    return arguments
  }

  private mutating func parseArgument(
    hasKeywords: inout Bool
  ) throws(V1.ExpressionError) -> V1.Expression.Argument {
    if try accept(.power) != nil {
      hasKeywords = true
      return .init(kind: .keywordSpread, value: try parseExpression())
    }
    if try accept(.times) != nil { return .init(kind: .spread, value: try parseExpression()) }
    let (first, argumentStart) = (token, start)
    let value = try parseExpression()
    if case .name(let name) = value, first == .name(name), try accept(.assign) != nil {
      hasKeywords = true
      return .init(kind: .keyword(name), value: try parseAny())
    }
    guard !hasKeywords else {
      throw Failure(
        .syntax, "a positional argument follows a keyword argument", offset: argumentStart)
    }
    return .init(kind: .positional, value: value)
  }
}
