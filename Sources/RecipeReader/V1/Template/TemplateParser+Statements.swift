// `{% %}`, which the engine takes wherever it takes `${{ }}`.
extension V1.TemplateParser {
  typealias Failure = V1.ExpressionError

  /// A statement with parts inside of it.
  struct Block {
    enum Kind: String {
      case condition = "if"
      case loop = "for"
      case macro
    }

    let kind: Kind
    let start: Int
    var condition = V1.Expression.constant(.none)
    /// What stands before it.
    let outer: [V1.Template.Part]
    /// Variables up to here; those inside of a macro do not count.
    let variables: V1.UsedVariables
    /// The parts before `else`, once there is one.
    var then: [V1.Template.Part]?
    /// Made by `elif`: it ends together with the block around it.
    var isChained = false

    var unclosed: Failure {
      Failure(
        .syntax, "{% \(kind.rawValue) %} is not closed",
        remedy: "close it with {% end\(kind.rawValue) %}", offset: start)
    }
  }

  /// More than anyone can read; rendering recurses this deep.
  private static var blockLimit: Int { 64 }

  mutating func parseStatement(at start: Int) throws(V1.ExpressionError) {
    var from = start + 2
    let sign = from < bytes.count ? bytes[from] : 0
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { from += 1 }
    appendText(upTo: start, trimsEnd: sign == UInt8(ascii: "-"))
    hasStatements = true
    var parser = try V1.ExpressionParser(bytes, from: from, end: .statement)
    guard case .name(let keyword) = parser.token else {
      throw .unexpected(parser.token, expected: "a statement", at: parser.start)
    }
    let place = parser.start
    try parser.advance()
    switch keyword {
    case "if":
      try begin(.init(kind: .condition, start: start, outer: parts, variables: variables))
      try parseCondition(&parser)
    case "elif": try chain(at: start, &parser)
    case "else": try parseElse(at: place)
    case "endif": try end(.condition, at: place)
    case "set": try parseAssignment(&parser)
    case "for": try parseLoop(at: start, &parser)
    case "endfor": try end(.loop, at: place)
    case "macro":
      try begin(.init(kind: .macro, start: start, outer: parts, variables: variables))
      while !parser.isAtEnd { try parser.advance() }
    case "endmacro": try end(.macro, at: place)
    case "raw": return try parseRaw(after: &parser, at: start)
    default:
      throw Failure(
        .syntax, "there is no statement '\(keyword)' here",
        remedy: "use `if:`/`then:` or `${{ a if condition else b }}`", offset: place)
    }
    try finish(&parser)
  }

  private mutating func finish(_ parser: inout V1.ExpressionParser) throws(V1.ExpressionError) {
    guard case .end(let trimsAfter) = parser.token else {
      throw .unexpected(parser.token, expected: "%}", at: parser.start)
    }
    offset = parser.scanner.offset
    trimsNext = trimsAfter
  }

  private mutating func begin(_ block: Block) throws(V1.ExpressionError) {
    guard blocks.count < Self.blockLimit else {
      throw Failure(
        .syntax, "statements are nested more than \(Self.blockLimit) levels deep",
        offset: block.start)
    }
    blocks.append(block)
    parts = []
  }

  private mutating func parseCondition(
    _ parser: inout V1.ExpressionParser
  ) throws(V1.ExpressionError) {
    let condition = try parser.parseExpression()
    variables.collect(from: condition)
    blocks[blocks.count - 1].condition = condition
  }

  private mutating func chain(
    at start: Int, _ parser: inout V1.ExpressionParser
  ) throws(V1.ExpressionError) {
    try parseElse(at: start)
    var block = Block(kind: .condition, start: start, outer: [], variables: variables)
    block.isChained = true
    try begin(block)
    try parseCondition(&parser)
  }

  private mutating func parseElse(at place: Int) throws(V1.ExpressionError) {
    guard let block = blocks.last, block.kind != .macro, block.then == nil else {
      throw Failure(.syntax, "there is no {% if %} for this", offset: place)
    }
    blocks[blocks.count - 1].then = parts
    parts = []
  }

  private mutating func end(_ kind: Block.Kind, at place: Int) throws(V1.ExpressionError) {
    while let block = blocks.last, block.kind == kind {
      blocks.removeLast()
      let inner = parts
      parts = block.outer
      switch kind {
      case .condition:
        parts.append(
          .branch(
            block.condition, then: block.then ?? inner,
            otherwise: block.then == nil ? [] : inner))
      case .loop: parts.append(.unsupported(kind.rawValue))
      case .macro: variables = block.variables
      }
      if !block.isChained { return }
    }
    throw Failure(.syntax, "there is no {% \(kind.rawValue) %} for this end", offset: place)
  }

  private mutating func parseAssignment(
    _ parser: inout V1.ExpressionParser
  ) throws(V1.ExpressionError) {
    guard case .name(let name) = parser.token else {
      throw .unexpected(parser.token, expected: "a name", at: parser.start)
    }
    try parser.advance()
    try parser.expect(.assign)
    let value = try parser.parseExpression()
    variables.collect(from: value)
    parts.append(.assignment(name, value))
  }

  /// Only for the variables in it.
  private mutating func parseLoop(
    at start: Int, _ parser: inout V1.ExpressionParser
  ) throws(V1.ExpressionError) {
    while !parser.isAtEnd, try !parser.accept(name: "in") { try parser.advance() }
    let items = try parser.parseAny()
    variables.collect(from: items)
    if try parser.accept(name: "if") { _ = try parser.parseAny() }
    try begin(.init(kind: .loop, start: start, outer: parts, variables: variables))
  }

  private mutating func parseRaw(
    after parser: inout V1.ExpressionParser, at start: Int
  ) throws(V1.ExpressionError) {
    try finish(&parser)
    var index = offset
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "%") {
        let isTrimmed = index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "-")
        let from = isTrimmed ? index + 3 : index + 2
        if var ending = try? V1.ExpressionParser(bytes, from: from, end: .statement),
          case .name("endraw") = ending.token
        {
          appendText(upTo: index, trimsEnd: isTrimmed)
          try ending.advance()
          return try finish(&ending)
        }
      }
      index += 1
    }
    throw Failure(
      .syntax, "{% raw %} is not closed", remedy: "close it with {% endraw %}", offset: start)
  }
}

extension V1.ExpressionParser {
  fileprivate var isAtEnd: Bool { if case .end = token { true } else { false } }
}
