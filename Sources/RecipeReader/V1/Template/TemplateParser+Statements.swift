// `{% %}`, which the engine takes wherever it takes `${{ }}`.
extension V1.TemplateParser {
  typealias Failure = V1.ExpressionError

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
    case "if": try begin(try parser.parseCondition(isChained: false), at: start)
    case "elif":
      try parseElse(at: place)
      try begin(try parser.parseCondition(isChained: true), at: start)
    case "else": try parseElse(at: place)
    case "for": try begin(.loop(try parser.parseLoop()), at: start)
    case "with": try begin(.scope(try parser.parseBindings()), at: start)
    case "set": try parseSet(&parser, at: start)
    case "filter": try begin(.filter(try parser.parseFilterChain()), at: start)
    case "block": try parseBlock(&parser, at: start)
    case "macro": try begin(.macro(try parser.parseMacro()), at: start)
    case "call": try begin(try parser.parseCallBlock(), at: start)
    case "do":
      let call = try parser.parseCall()
      variables.collect(from: call)
      parts.append(.evaluation(call))
    case "include", "import", "from", "extends": parts.append(try parser.parseOther(keyword))
    case "raw": return try parseRaw(after: &parser, at: start)
    case "endblock": try parseBlockEnd(&parser, at: place)
    case "endif", "endfor", "endwith", "endset", "endfilter", "endmacro", "endcall":
      try end(String(keyword.dropFirst(3)), at: place)
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

  // MARK: Blocks

  private mutating func begin(
    _ kind: V1.TemplateBlock.Kind, at start: Int
  ) throws(V1.ExpressionError) {
    guard blocks.count < Self.blockLimit else {
      throw Failure(
        .syntax, "statements are nested more than \(Self.blockLimit) levels deep", offset: start)
    }
    collectVariables(of: kind)
    blocks.append(.init(kind: kind, start: start, outer: parts, variables: variables))
    parts = []
  }

  /// What the engine counts: not the condition of a loop, nor anything of a macro's or a call's.
  private mutating func collectVariables(of kind: V1.TemplateBlock.Kind) {
    switch kind {
    case .condition(let condition, _): variables.collect(from: condition)
    case .loop(let loop): variables.collect(from: loop.items)
    case .scope(let bindings):
      for binding in bindings { variables.collect(from: binding.value) }
    case .filter(let filters):
      for filter in filters {
        for argument in filter.arguments { variables.collect(from: argument.value) }
      }
    case .capture, .block, .macro, .call: break
    }
  }

  private mutating func parseElse(at place: Int) throws(V1.ExpressionError) {
    guard let block = blocks.last, block.takesElse else {
      throw Failure(.syntax, "there is no {% if %} for this", offset: place)
    }
    blocks[blocks.count - 1].then = parts
    parts = []
  }

  private mutating func end(_ keyword: String, at place: Int) throws(V1.ExpressionError) {
    while let block = blocks.last, block.keyword == keyword {
      blocks.removeLast()
      parts = block.outer + [block.part(around: parts)]
      if block.hidesVariables { variables = block.variables }
      guard case .condition(_, isChained: true) = block.kind else { return }
    }
    throw Failure(.syntax, "there is no {% \(keyword) %} for this end", offset: place)
  }

  private mutating func parseSet(
    _ parser: inout V1.ExpressionParser, at start: Int
  ) throws(V1.ExpressionError) {
    let target = try parser.parseSetTarget()
    guard try parser.accept(.assign) != nil else {
      let filters = try parser.accept(.pipe) != nil ? try parser.parseFilterChain() : []
      guard parser.isAtEnd else {
        throw .unexpected(parser.token, expected: "'='", at: parser.start)
      }
      return try begin(.capture(target, filters), at: start)
    }
    let value = try parser.parseTuple()
    variables.collect(from: value)
    parts.append(.assignment(.init(target: target, value: value)))
  }

  private mutating func parseBlock(
    _ parser: inout V1.ExpressionParser, at start: Int
  ) throws(V1.ExpressionError) {
    let place = parser.start
    let name = try parser.parseName()
    guard blockNames.insert(name).inserted else {
      throw Failure(.syntax, "there are two blocks '\(name)'", offset: place)
    }
    guard !blocks.contains(where: { ["macro", "call"].contains($0.keyword) }) else {
      throw Failure(.syntax, "a block can't stand in a macro", offset: place)
    }
    try begin(.block(name: name), at: start)
  }

  private mutating func parseBlockEnd(
    _ parser: inout V1.ExpressionParser, at place: Int
  ) throws(V1.ExpressionError) {
    if !parser.isAtEnd, case .block(let open)? = blocks.last?.kind {
      let start = parser.start
      let name = try parser.parseName()
      guard name == open else {
        throw Failure(.syntax, "this ends the block '\(open)', not '\(name)'", offset: start)
      }
    }
    try end("block", at: place)
  }

  // MARK: Raw text

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
