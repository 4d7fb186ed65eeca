/// Parses tokens into statements; expressions are in `JinjaParser+Expressions.swift`.
struct JinjaParser {
  private let tokens: [JinjaToken]
  private var index = 0
  var depth = 0
  /// The tags that are open, innermost last, for the message at the end of the template.
  private var open: [(tag: String, ends: [String])] = []

  static func parse(_ bytes: [UInt8]) throws(PythonError) -> [JinjaStatement] {
    var parser = JinjaParser(tokens: try JinjaScanner.tokens(of: bytes))
    return try parser.statements(until: [])
  }

  private init(tokens: [JinjaToken]) { self.tokens = tokens }

  var token: JinjaToken { tokens[index] }

  /// The token behind the current one.
  var following: JinjaToken.Kind { tokens[min(index + 1, tokens.count - 1)].kind }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  mutating func take(_ symbol: String) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(keyword: String) -> Bool {
    guard token.kind == .name(keyword) else { return false }
    advance()
    return true
  }

  func failure(_ message: String) -> PythonError {
    PythonError(.templateSyntaxError, message, at: token.offset)
  }

  func unexpected(expected: String) -> PythonError {
    if token.kind == .end { return failure("unexpected end of template, expected '\(expected)'.") }
    return failure("expected token '\(expected)', got '\(token.description)'")
  }

  mutating func expect(_ symbol: String) throws(PythonError) {
    guard take(symbol) else { throw unexpected(expected: symbol) }
  }

  mutating func expect(_ kind: JinjaToken.Kind, _ name: String) throws(PythonError) {
    guard token.kind == kind else { throw unexpected(expected: name) }
    advance()
  }

  mutating func name() throws(PythonError) -> String {
    guard case .name(let name) = token.kind else { throw unexpected(expected: "name") }
    advance()
    return name
  }

  mutating func nest<Result>(_ body: (inout Self) throws(PythonError) -> Result)
    throws(PythonError) -> Result
  {
    depth += 1
    defer { depth -= 1 }
    if depth > 100 {
      throw PythonError(.limit, "the template is nested more than 100 deep", at: token.offset)
    }
    return try body(&self)
  }

  // MARK: - Statements

  /// The statements up to one of these tags, whose name is then the current token.
  mutating func statements(until ends: [String]) throws(PythonError) -> [JinjaStatement] {
    var result: [JinjaStatement] = []
    while true {
      let offset = token.offset
      switch token.kind {
      case .data(let range):
        result.append(.text(range))
        advance()
      case .variableBegin:
        advance()
        result.append(.output(try tuple(), offset: offset))
        try expect(.variableEnd, "end of print statement")
      case .blockBegin:
        advance()
        guard case .name(let tag) = token.kind else { throw unexpected(expected: "name") }
        if ends.contains(tag) { return result }
        advance()
        try result.append(
          nest { (parser) throws(PythonError) in
            try parser.statement(tag, offset)
          })
      case .end:
        guard let innermost = open.last else { return result }
        let expected = innermost.ends.map { "'\($0)'" }.joined(separator: " or ")
        throw failure(
          "Unexpected end of template. Jinja was looking for the following tags: \(expected). "
            + "The innermost block that needs to be closed is '\(innermost.tag)'.")
      default:
        throw failure("unexpected '\(token.description)'")
      }
    }
  }

  private mutating func statement(_ tag: String, _ offset: Int) throws(PythonError)
    -> JinjaStatement
  {
    switch tag {
    case "set": return try assignment(offset)
    case "if": return try conditional(offset)
    case "for": return try loop(offset)
    case "macro": return .macro(try macro())
    case "call": return try callBlock(offset)
    case "filter":
      let filters = try filterChain()
      return .filterBlock(filters, body: try body(of: tag, "endfilter"), offset: offset)
    case "with": return try with(offset)
    case "block":
      _ = try name()
      while case .name = token.kind { advance() }
      return .scope([], body: try body(of: tag, "endblock"), offset: offset)
    case "autoescape":
      _ = try expression()
      return .scope([], body: try body(of: tag, "endautoescape"), offset: offset)
    case "print":
      let value = try tuple()
      try endOfTag()
      return .output(value, offset: offset)
    case "include", "import", "from": return try inclusion(tag, offset)
    case "extends":
      throw PythonError(.unsupported, "'extends' is not supported in recipes", at: offset)
    default:
      throw PythonError(
        .templateSyntaxError, "Encountered unknown tag '\(tag)'.", at: offset)
    }
  }

  mutating func endOfTag() throws(PythonError) {
    try expect(.blockEnd, "end of statement block")
  }

  /// Everything up to the end tag, with the end tag.
  mutating func body(of tag: String, _ end: String) throws(PythonError) -> [JinjaStatement] {
    try endOfTag()
    let statements = try statements(of: tag, until: [end])
    advance()
    // `{% endblock name %}`
    if end == "endblock", case .name = token.kind { advance() }
    try endOfTag()
    return statements
  }

  mutating func statements(of tag: String, until ends: [String]) throws(PythonError)
    -> [JinjaStatement]
  {
    open.append((tag, ends))
    let result = try statements(until: ends)
    open.removeLast()
    return result
  }
}
