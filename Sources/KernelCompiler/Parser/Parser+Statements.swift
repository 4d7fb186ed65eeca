import Diagnostics

extension Parser {
  /// block item = declaration | statement
  mutating func blockItem() throws(Abandoned) -> Statement {
    startsType(peek) ? try declaration() : try statement()
  }

  func startsType(_ token: Token) -> Bool {
    token.kind == .typeWord || token.kind == .keyword(.const)
  }

  private mutating func declaration() throws(Abandoned) -> Statement {
    let offset = peek.offset
    let type = try typeSpecifier()
    var declarators: [Statement.Declarator] = []
    repeat {
      guard peek.kind == .name else {
        throw fail(.variableNameExpected(instead: peek.text, at: place))
      }
      let name = advance()
      let initial = match(.assign) == nil ? nil : try assignment()
      declarators.append(.init(name: name.text, initial: initial, offset: name.offset))
      if !type.pointers.isEmpty, peek.kind == .sign(.comma) {
        // GeNN takes all names for pointers, C++ only the first.
        throw fail(.severalPointers(at: place))
      }
    } while match(.comma) != nil
    try expect(.semicolon, "after the declaration")
    return Statement(kind: .declaration(type, declarators), offset: offset)
  }

  /// type = { "const" | type word }, { "*", [ "const" ] }
  mutating func typeSpecifier() throws(Abandoned) -> TypeSpecifier {
    let offset = peek.offset
    var isConstant = false
    var words: [TypeWord] = []
    while startsType(peek) {
      let token = advance()
      if let word = TypeWord(rawValue: token.text) {
        words.append(word)
      } else {
        if isConstant { throw fail(.constTwice(at: location(token.offset))) }
        isConstant = true
      }
    }
    guard let name = TypeName(words) else {
      throw fail(.unknownType(words.map(\.rawValue), at: location(offset)))
    }
    var pointers: [Bool] = []
    while match(.times) != nil {
      pointers.append(match(.const) != nil)
      if startsType(peek) {
        throw fail(
          peek.kind == .typeWord
            ? .unknownType([peek.text], at: place) : .constTwice(at: place))
      }
    }
    return TypeSpecifier(name: name, isConstant: isConstant, pointers: pointers, offset: offset)
  }

  private mutating func statement() throws(Abandoned) -> Statement {
    let token = peek
    switch token.kind {
    case .sign(.leftBrace):
      advance()
      return Statement(kind: .block(try block(openedAt: token)), offset: token.offset)
    case .sign(.semicolon):
      advance()
      return Statement(kind: .empty, offset: token.offset)
    case .keyword(let keyword) where keyword != .true && keyword != .false:
      advance()
      return try statement(keyword, at: token)
    default:
      let expression = try expression()
      try expect(.semicolon, "after the expression")
      return Statement(kind: .expression(expression), offset: token.offset)
    }
  }

  private mutating func block(openedAt opening: Token) throws(Abandoned) -> [Statement] {
    openBlocks += 1
    defer { openBlocks -= 1 }
    let statements = try nested { parser throws(Abandoned) in
      var statements: [Statement] = []
      while !parser.isAtEnd, parser.peek.kind != .sign(.rightBrace) {
        if let statement = parser.recoveringBlockItem() { statements.append(statement) }
      }
      return statements
    }
    if match(.rightBrace) == nil { throw fail(.braceNeverClosed(at: location(opening.offset))) }
    return statements
  }

  private mutating func statement(
    _ keyword: Keyword, at token: Token
  ) throws(Abandoned) -> Statement {
    let kind: Statement.Kind
    switch keyword {
    case .if: kind = try conditionalStatement()
    case .while: kind = .whileLoop(try condition("while"), try body())
    case .do:
      let body = try body()
      guard match(.while) != nil else {
        throw fail(.whileExpected(instead: peek.text, at: place))
      }
      kind = .doLoop(body, try condition("while"))
      try expect(.semicolon, "after 'do … while (…)'")
    case .for: kind = try forLoop()
    case .break:
      kind = .leaveLoop
      try expect(.semicolon, "after 'break'")
    case .continue:
      kind = .nextRound
      try expect(.semicolon, "after 'continue'")
    case .else: throw fail(.elseWithoutIf(at: location(token.offset)))
    case .switch: kind = try switchStatement()
    case .case:
      let value = try nested { parser throws(Abandoned) in try parser.conditional() }
      kind = try label(value, "after the value of 'case'")
    case .default: kind = try label(nil, "after 'default'")
    case .forEachSynapse: kind = .forEachSynapse(try body())
    case .const, .true, .false: throw fail(.expressionExpected(instead: token.text, at: place))
    }
    return Statement(kind: kind, offset: token.offset)
  }

  private mutating func switchStatement() throws(Abandoned) -> Statement.Kind {
    let value = try condition("switch")
    let opening = try expect(.leftBrace, "after the value of 'switch'")
    return .switchOn(value, try block(openedAt: opening))
  }

  private mutating func label(
    _ value: Expression?, _ position: String
  ) throws(Abandoned) -> Statement.Kind {
    try expect(.colon, position)
    if peek.kind == .sign(.rightBrace) || startsType(peek) {
      throw fail(.nothingAfterLabel(at: place))
    }
    return .label(value, try nested { parser throws(Abandoned) in try parser.statement() })
  }

  private mutating func conditionalStatement() throws(Abandoned) -> Statement.Kind {
    let condition = try condition("if")
    let then = try body()
    let otherwise = match(.else) == nil ? nil : try body()
    return .conditional(condition, then: then, otherwise: otherwise)
  }

  private mutating func condition(_ keyword: String) throws(Abandoned) -> Expression {
    try expect(.leftParenthesis, "after '\(keyword)'")
    let condition = try expression()
    try expect(.rightParenthesis, "after the condition of '\(keyword)'")
    return condition
  }

  private mutating func body() throws(Abandoned) -> Statement {
    if startsType(peek) { throw fail(.declarationAsBody(at: place)) }
    return try nested { parser throws(Abandoned) in try parser.statement() }
  }

  private mutating func forLoop() throws(Abandoned) -> Statement.Kind {
    try expect(.leftParenthesis, "after 'for'")
    let start: Statement
    if startsType(peek) {
      start = try declaration()
    } else if let semicolon = match(.semicolon) {
      start = Statement(kind: .empty, offset: semicolon.offset)
    } else {
      let expression = try expression()
      try expect(.semicolon, "after the start of 'for'")
      start = Statement(kind: .expression(expression), offset: expression.offset)
    }
    let condition = peek.kind == .sign(.semicolon) ? nil : try expression()
    try expect(.semicolon, "after the condition of 'for'")
    let step = peek.kind == .sign(.rightParenthesis) ? nil : try expression()
    try expect(.rightParenthesis, "after the step of 'for'")
    return .forLoop(start: start, condition: condition, step: step, body: try body())
  }
}
