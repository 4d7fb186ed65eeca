extension JinjaParser {
  /// An expression, or several with commas between them.
  mutating func tuple(withConditional: Bool = true) throws(PythonError) -> JinjaExpression {
    let first = try expression(withConditional: withConditional)
    guard token.kind == .symbol(",") else { return first }
    var elements = [first]
    while take(",") {
      if isAtEndOfTuple { break }
      elements.append(try expression(withConditional: withConditional))
    }
    return .tuple(elements)
  }

  private var isAtEndOfTuple: Bool {
    switch token.kind {
    case .variableEnd, .blockEnd, .symbol(")"), .name("if"), .name("recursive"), .end: true
    default: false
    }
  }

  mutating func expression(withConditional: Bool = true) throws(PythonError) -> JinjaExpression {
    try nest { (parser) throws(PythonError) in
      var value = try parser.disjunction()
      guard withConditional else { return value }
      var count = 0
      while parser.take(keyword: "if") {
        try parser.count(&count)
        let condition = try parser.disjunction()
        let otherwise = parser.take(keyword: "else") ? try parser.expression() : nil
        value = .conditional(then: value, when: condition, otherwise: otherwise)
      }
      return value
    }
  }

  /// Chains make deep trees as parentheses do.
  private func count(_ links: inout Int) throws(PythonError) {
    links += 1
    if links > 200 {
      throw PythonError(.limit, "more than 200 operators stand in one chain", at: token.offset)
    }
  }

  private mutating func disjunction() throws(PythonError) -> JinjaExpression {
    var left = try conjunction()
    var links = 0
    while take(keyword: "or") {
      try count(&links)
      left = .any(left, try conjunction())
    }
    return left
  }

  private mutating func conjunction() throws(PythonError) -> JinjaExpression {
    var left = try negation()
    var links = 0
    while take(keyword: "and") {
      try count(&links)
      left = .all(left, try negation())
    }
    return left
  }

  private mutating func negation() throws(PythonError) -> JinjaExpression {
    guard take(keyword: "not") else { return try comparison() }
    return .not(try nest { (parser) throws(PythonError) in try parser.negation() })
  }

  private mutating func comparison() throws(PythonError) -> JinjaExpression {
    let first = try sum()
    var links: [JinjaComparison] = []
    while let relation = relation() {
      links.append(JinjaComparison(relation: relation, operand: try sum()))
    }
    return links.isEmpty ? first : .comparison(first, links)
  }

  private mutating func relation() -> PythonRelation? {
    switch token.kind {
    case .symbol(let symbol):
      guard let relation = PythonRelation(rawValue: symbol) else { return nil }
      advance()
      return relation
    case .name("in"):
      advance()
      return .contained
    case .name("not") where following == .name("in"):
      advance()
      advance()
      return .notContained
    default: return nil
    }
  }

  private mutating func sum() throws(PythonError) -> JinjaExpression {
    var left = try joined()
    var links = 0
    while true {
      let operation: PythonOperator
      if take("+") {
        operation = .add
      } else if take("-") {
        operation = .subtract
      } else {
        return left
      }
      try count(&links)
      left = .arithmetic(left, operation, try joined())
    }
  }

  private mutating func joined() throws(PythonError) -> JinjaExpression {
    var parts = [try product()]
    while take("~") { parts.append(try product()) }
    return parts.count == 1 ? parts[0] : .joined(parts)
  }

  private mutating func product() throws(PythonError) -> JinjaExpression {
    var left = try power()
    var links = 0
    while case .symbol(let symbol) = token.kind, ["*", "/", "//", "%"].contains(symbol),
      let operation = PythonOperator(rawValue: symbol)
    {
      try count(&links)
      advance()
      left = .arithmetic(left, operation, try power())
    }
    return left
  }

  private mutating func power() throws(PythonError) -> JinjaExpression {
    var left = try unary(withFilter: true)
    var links = 0
    while take("**") {
      try count(&links)
      left = .arithmetic(left, .power, try unary(withFilter: true))
    }
    return left
  }

  private mutating func unary(withFilter: Bool) throws(PythonError) -> JinjaExpression {
    var node: JinjaExpression
    if take("-") {
      node = .negative(
        try nest { (parser) throws(PythonError) in try parser.unary(withFilter: false) })
    } else if take("+") {
      node = .positive(
        try nest { (parser) throws(PythonError) in try parser.unary(withFilter: false) })
    } else {
      node = try primary()
    }
    node = try postfix(node)
    return withFilter ? try filtered(node) : node
  }

  mutating func primary() throws(PythonError) -> JinjaExpression {
    switch token.kind {
    case .name(let name):
      advance()
      switch name {
      case "true", "True": return .bool(true)
      case "false", "False": return .bool(false)
      case "none", "None": return .none
      default: return .name(name)
      }
    case .string(var text):
      advance()
      while case .string(let more) = token.kind {
        text += more
        advance()
      }
      return .string(text)
    case .int(let value):
      advance()
      return .int(value)
    case .float(let value):
      advance()
      return .float(value)
    case .symbol("("):
      advance()
      if take(")") { return .tuple([]) }
      let value = try tuple()
      try expect(")")
      return value
    case .symbol("["): return .list(try list())
    case .symbol("{"): return .dict(try dict())
    default: throw failure("unexpected '\(token.description)'")
    }
  }

  private mutating func list() throws(PythonError) -> [JinjaExpression] {
    try expect("[")
    var elements: [JinjaExpression] = []
    while token.kind != .symbol("]") {
      if !elements.isEmpty { try expect(",") }
      if token.kind == .symbol("]") { break }
      elements.append(try expression())
    }
    try expect("]")
    return elements
  }

  private mutating func dict() throws(PythonError) -> [JinjaPair] {
    try expect("{")
    var pairs: [JinjaPair] = []
    while token.kind != .symbol("}") {
      if !pairs.isEmpty { try expect(",") }
      if token.kind == .symbol("}") { break }
      let key = try expression()
      try expect(":")
      pairs.append(JinjaPair(key: key, value: try expression()))
    }
    try expect("}")
    return pairs
  }
}
