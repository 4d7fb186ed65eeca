// What stands behind the first word of a statement.
extension V1.ExpressionParser {
  private typealias Failure = V1.ExpressionError

  var isAtEnd: Bool { if case .end = token { true } else { false } }

  private func at(_ symbol: V1.Token.Symbol) -> Bool {
    if case .symbol(symbol) = token { true } else { false }
  }

  mutating func parseCondition(
    isChained: Bool
  ) throws(V1.ExpressionError) -> V1.TemplateBlock.Kind {
    .condition(try parseExpression(), isChained: isChained)
  }

  mutating func parseLoop() throws(V1.ExpressionError) -> V1.Template.Loop {
    let target = try parseTargets()
    guard try accept(name: "in") else {
      throw Failure.unexpected(token, expected: "'in'", at: start)
    }
    let items = try parseAny()
    let condition = try accept(name: "if") ? try parseAny() : nil
    let isRecursive = try accept(name: "recursive")
    return .init(target: target, items: items, condition: condition, isRecursive: isRecursive)
  }

  mutating func parseBindings() throws(V1.ExpressionError) -> [V1.Template.Binding] {
    var bindings: [V1.Template.Binding] = []
    while !isAtEnd {
      if !bindings.isEmpty { try expect(.comma) }
      let target = try parseTarget()
      try expect(.assign)
      bindings.append(.init(target: target, value: try parseExpression()))
    }
    return bindings
  }

  /// An expression, or several with commas, which are a list.
  mutating func parseTuple() throws(V1.ExpressionError) -> V1.Expression {
    let first = try parseExpression()
    guard at(.comma) else { return first }
    var items = [first]
    while try accept(.comma) != nil, !isAtEnd {
      items.append(try parseExpression())
      try count()
    }
    return .list(items)
  }

  // MARK: Targets

  /// Names with commas between them; one comma makes a list of it.
  private mutating func parseTargets(
    until close: V1.Token.Symbol? = nil
  ) throws(V1.ExpressionError) -> V1.Template.Target {
    var targets: [V1.Template.Target] = []
    var isList = false
    while true {
      if close.map(at) ?? (isList && isName("in")) { break }
      targets.append(try parseTarget())
      guard try accept(.comma) != nil else { break }
      isList = true
    }
    return targets.count == 1 && !isList ? targets[0] : .list(targets)
  }

  private func isName(_ name: String) -> Bool {
    if case .name(name) = token { true } else { false }
  }

  private mutating func parseTarget() throws(V1.ExpressionError) -> V1.Template.Target {
    guard at(.parenthesisOpen) else { return .name(try parseNewName()) }
    try enter()
    try advance()
    let target = try parseTargets(until: .parenthesisClose)
    try expect(.parenthesisClose)
    leave()
    return target
  }

  /// Here attributes may be written, too.
  mutating func parseSetTarget() throws(V1.ExpressionError) -> V1.Template.Target {
    var targets = [try parseAttributeOrTarget()]
    while try accept(.comma) != nil { targets.append(try parseAttributeOrTarget()) }
    return targets.count == 1 ? targets[0] : .list(targets)
  }

  private mutating func parseAttributeOrTarget() throws(V1.ExpressionError) -> V1.Template.Target {
    guard case .name(var path) = token else { return try parseTarget() }
    let place = start
    try advance()
    guard at(.dot) else { return .name(try Self.checked(path, at: place)) }
    while try accept(.dot) != nil { path += "." + (try parseName()) }
    return .attribute(path)
  }

  private mutating func parseNewName() throws(V1.ExpressionError) -> String {
    let place = start
    return try Self.checked(try parseName(), at: place)
  }

  private static func checked(_ name: String, at place: Int) throws(V1.ExpressionError) -> String {
    let reserved = ["true", "True", "false", "False", "none", "None", "loop", "self", "in"]
    guard !reserved.contains(name) else {
      throw Failure(.syntax, "'\(name)' can't be given another value", offset: place)
    }
    return name
  }

  // MARK: Macros and filters

  mutating func parseMacro() throws(V1.ExpressionError) -> V1.Template.Macro {
    let name = try parseName()
    return .init(name: name, parameters: try parseParameters())
  }

  private mutating func parseParameters() throws(V1.ExpressionError)
    -> [V1.Template.Macro.Parameter]
  {
    try expect(.parenthesisOpen)
    var parameters: [V1.Template.Macro.Parameter] = []
    while try accept(.parenthesisClose) == nil {
      if !parameters.isEmpty {
        try expect(.comma)
        if try accept(.parenthesisClose) != nil { break }
      }
      let name = try parseNewName()
      let needsFallback = parameters.last?.fallback != nil
      if needsFallback { try expect(.assign) }
      let hasFallback = needsFallback ? true : try accept(.assign) != nil
      parameters.append(.init(name: name, fallback: hasFallback ? try parseExpression() : nil))
      try count()
    }
    return parameters
  }

  /// `{% call(x) f(y) %}`
  mutating func parseCallBlock() throws(V1.ExpressionError) -> V1.TemplateBlock.Kind {
    let parameters = at(.parenthesisOpen) ? try parseParameters() : []
    guard case .call(let callee, let arguments) = try parseCall() else {
      throw Failure(.syntax, "only a call can stand here", offset: start)
    }
    return .call(callee, arguments, .init(name: "caller", parameters: parameters))
  }

  mutating func parseCall() throws(V1.ExpressionError) -> V1.Expression {
    let place = start
    let expression = try parseExpression()
    guard case .call = expression else {
      throw Failure(.syntax, "only a call can stand here", offset: place)
    }
    return expression
  }

  mutating func parseFilterChain() throws(V1.ExpressionError) -> [V1.Template.FilterCall] {
    var filters: [V1.Template.FilterCall] = []
    repeat {
      let name = try parseDottedName()
      let arguments = at(.parenthesisOpen) ? try parseArguments() : []
      filters.append(.init(name: name, arguments: arguments))
      try count()
    } while try accept(.pipe) != nil
    return filters
  }

  // MARK: Other templates

  mutating func parseOther(
    _ statement: String
  ) throws(V1.ExpressionError) -> V1.Template.Part {
    let name = try parseExpression()
    var mayMiss = false
    switch statement {
    case "include":
      if try accept(name: "ignore") {
        try expect(name: "missing")
        mayMiss = true
      }
    case "import":
      try expect(name: "as")
      _ = try parseTarget()
    case "from":
      try expect(name: "import")
      repeat {
        if isAtEnd { break }
        _ = try parseNewName()
        if try accept(name: "as") { _ = try parseNewName() }
      } while try accept(.comma) != nil
    default: break
    }
    return .otherTemplate(statement: statement, name, mayMiss: mayMiss)
  }

  private mutating func expect(name: String) throws(V1.ExpressionError) {
    guard try accept(name: name) else {
      throw Failure.unexpected(token, expected: "'\(name)'", at: start)
    }
  }
}
