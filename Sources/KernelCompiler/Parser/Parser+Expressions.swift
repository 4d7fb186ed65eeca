import Diagnostics

extension Parser {
  /// expression = assignment, { ",", assignment }
  mutating func expression() throws(Abandoned) -> Expression {
    var result = try assignment()
    while let comma = match(.comma) {
      result = try node(.comma(result, try assignment()), at: comma.offset)
    }
    return result
  }

  /// assignment = conditional, [ assignment operator, assignment ]
  mutating func assignment() throws(Abandoned) -> Expression {
    let target = try conditional()
    guard case .sign(let sign) = peek.kind, let assignment = sign.assignment else { return target }
    let token = advance()
    let value = try nested { parser throws(Abandoned) in try parser.assignment() }
    guard target.isPlace else { throw fail(.notAssignable(at: location(target.offset))) }
    switch assignment {
    case .replaces: return try node(.assignment(target, nil, value), at: token.offset)
    case .combines(let operation):
      return try node(.assignment(target, operation, value), at: token.offset)
    }
  }

  /// conditional = binary, [ "?", expression, ":", conditional ]
  mutating func conditional() throws(Abandoned) -> Expression {
    let condition = try binary(from: 0)
    guard let question = match(.question) else { return condition }
    let (then, otherwise) = try nested { parser throws(Abandoned) in
      let then = try parser.expression()
      try parser.expect(.colon, "between the values of '? :'")
      return (then, try parser.conditional())
    }
    return try node(
      .conditional(condition, then: then, otherwise: otherwise), at: question.offset)
  }

  /// All operators between two operands, from `||` (0) to `*` (9), by their binding strength.
  private mutating func binary(from strength: Int) throws(Abandoned) -> Expression {
    var left = try unary()
    while case .sign(let sign) = peek.kind, let found = sign.binary, found.strength >= strength {
      let token = advance()
      let right = try nested { parser throws(Abandoned) in
        try parser.binary(from: found.strength + 1)
      }
      switch found.meaning {
      case .value(let operation): left = try node(.binary(operation, left, right), at: token.offset)
      case .logic(let operation):
        left = try node(.logical(operation, left, right), at: token.offset)
      }
    }
    return left
  }

  /// unary = postfix | sign, unary | "(", type, ")", unary
  private mutating func unary() throws(Abandoned) -> Expression {
    if peek.kind == .sign(.leftParenthesis), startsType(peek(1)) {
      let opening = advance()
      let type = try typeSpecifier()
      try expect(.rightParenthesis, "after the type of a cast")
      let operand = try nested { parser throws(Abandoned) in try parser.unary() }
      return try node(.cast(type, operand), at: opening.offset)
    }
    guard case .sign(let sign) = peek.kind else { return try postfix() }
    if sign == .increment || sign == .decrement {
      let token = advance()
      let target = try nested { parser throws(Abandoned) in try parser.unary() }
      return try step(target, up: sign == .increment, isPrefix: true, at: token)
    }
    if let star = match(.times) {
      let operand = try nested { parser throws(Abandoned) in try parser.unary() }
      return try node(.pointee(operand), at: star.offset)
    }
    guard let operation = sign.unary else { return try postfix() }
    let token = advance()
    let operand = try nested { parser throws(Abandoned) in try parser.unary() }
    return try node(.unary(operation, operand), at: token.offset)
  }

  /// postfix = primary, { "++" | "--" | "[", expression, "]" | "(", arguments, ")" }
  private mutating func postfix() throws(Abandoned) -> Expression {
    var result = try primary()
    while case .sign(let sign) = peek.kind {
      switch sign {
      case .increment, .decrement:
        result = try step(result, up: sign == .increment, isPrefix: false, at: advance())
      case .leftParenthesis:
        guard case .name(let function) = result.kind else {
          throw fail(.notFunction(at: location(result.offset)))
        }
        advance()
        let arguments = try nested { parser throws(Abandoned) in try parser.arguments() }
        result = try node(.call(function, arguments), at: result.offset)
      case .leftBracket:
        let bracket = advance()
        let index = try nested { parser throws(Abandoned) in try parser.expression() }
        try expect(.rightBracket, "after the index")
        result = try node(.element(result, index), at: bracket.offset)
      default: return result
      }
    }
    return result
  }

  private mutating func arguments() throws(Abandoned) -> [Expression] {
    if match(.rightParenthesis) != nil { return [] }
    var arguments = [try assignment()]
    while match(.comma) != nil { arguments.append(try assignment()) }
    try expect(.rightParenthesis, "after the arguments of a call")
    return arguments
  }

  private mutating func step(
    _ target: Expression, up: Bool, isPrefix: Bool, at token: Token
  ) throws(Abandoned) -> Expression {
    guard target.isPlace else { throw fail(.notAssignable(at: location(target.offset))) }
    return try node(.step(target, up: up, isPrefix: isPrefix), at: token.offset)
  }

  private mutating func primary() throws(Abandoned) -> Expression {
    let token = peek
    switch token.kind {
    case .name:
      advance()
      return try node(.name(token.text), at: token.offset)
    case .integer(let unsigned):
      advance()
      return try integer(token, unsigned: unsigned)
    case .real(let suffix):
      advance()
      return try node(.real(token.text, suffix), at: token.offset)
    case .text:
      advance()
      return try node(.text(token.text), at: token.offset)
    case .keyword(.true), .keyword(.false):
      advance()
      return try node(.boolean(token.kind == .keyword(.true)), at: token.offset)
    case .sign(.leftParenthesis):
      advance()
      let inner = try nested { parser throws(Abandoned) in try parser.expression() }
      try expect(.rightParenthesis, "to close the parenthesis")
      return inner
    case .end: throw fail(.expressionExpected(instead: nil, at: place))
    default: throw fail(.expressionExpected(instead: token.text, at: place))
    }
  }

  private mutating func integer(
    _ token: Token, unsigned: Bool
  ) throws(Abandoned) -> Expression {
    let isHex = token.text.hasPrefix("0x") || token.text.hasPrefix("0X")
    let digits = isHex ? token.text.dropFirst(2) : token.text[...]
    let type: NumericType = unsigned ? .uint32 : .int32
    let value = Int128(digits, radix: isHex ? 16 : 10)
    guard let value, type.integerRange.contains(value) else {
      throw fail(.integerOutOfRange(token.text, type, at: location(token.offset)))
    }
    return try node(.integer(value, unsigned: unsigned), at: token.offset)
  }
}
