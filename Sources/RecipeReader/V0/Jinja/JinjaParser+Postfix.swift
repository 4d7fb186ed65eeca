/// Attributes, items, calls, filters and tests behind an expression.
extension JinjaParser {
  mutating func postfix(_ first: JinjaExpression) throws(PythonError) -> JinjaExpression {
    var node = first
    var links = 0
    while case .symbol(let symbol) = token.kind {
      switch symbol {
      case ".", "[": node = try member(of: node)
      case "(": node = .call(node, try arguments())
      default: return node
      }
      try countLink(&links)
    }
    return node
  }

  private func countLink(_ links: inout Int) throws(PythonError) {
    links += 1
    if links > 200 {
      throw PythonError(.limit, "more than 200 operators stand in one chain", at: token.offset)
    }
  }

  /// Filters and tests, and calls of their results.
  mutating func filtered(_ first: JinjaExpression) throws(PythonError) -> JinjaExpression {
    var node = first
    var links = 0
    while true {
      if take("|") {
        node = .filter(node, try operation())
      } else if token.kind == .name("is") {
        node = try test(node)
      } else if token.kind == .symbol("(") {
        node = .call(node, try arguments())
      } else {
        return node
      }
      try countLink(&links)
    }
  }

  /// `lower | replace("a", "b")` behind `{% filter %}` and `{% set x | … %}`.
  mutating func filterChain() throws(PythonError) -> [JinjaOperation] {
    var filters = [try operation()]
    while take("|") { filters.append(try operation()) }
    return filters
  }

  private mutating func operation() throws(PythonError) -> JinjaOperation {
    let offset = token.offset
    let name = try dottedName()
    let arguments = token.kind == .symbol("(") ? try arguments() : JinjaArguments()
    return JinjaOperation(name: name, arguments: arguments, offset: offset)
  }

  private mutating func dottedName() throws(PythonError) -> String {
    var text = try name()
    while take(".") { text += "." + (try name()) }
    return text
  }

  private mutating func test(_ operand: JinjaExpression) throws(PythonError) -> JinjaExpression {
    let offset = token.offset
    advance()
    let isNegated = take(keyword: "not")
    let name = try dottedName()
    var arguments = JinjaArguments()
    switch token.kind {
    case .symbol("("): arguments = try self.arguments()
    case .name("else"), .name("or"), .name("and"): break
    case .name("is"): throw failure("You cannot chain multiple tests with is")
    case .name, .string, .int, .float, .symbol("["), .symbol("{"):
      let argument = try nest { (parser) throws(PythonError) in
        try parser.postfix(parser.primary())
      }
      arguments.positional = [argument]
    default: break
    }
    let test = JinjaExpression.test(
      operand, JinjaOperation(name: name, arguments: arguments, offset: offset))
    return isNegated ? .not(test) : test
  }

  private mutating func member(of node: JinjaExpression) throws(PythonError) -> JinjaExpression {
    if take(".") {
      if case .int(let index) = token.kind {
        advance()
        return .item(node, .int(index))
      }
      return .attribute(node, try name())
    }
    try expect("[")
    var keys: [JinjaExpression] = []
    var slice: JinjaSlice?
    while token.kind != .symbol("]") {
      if !keys.isEmpty || slice != nil { try expect(",") }
      switch try index() {
      case .key(let key): keys.append(key)
      case .slice(let parts): slice = parts
      }
    }
    try expect("]")
    if let slice {
      guard keys.isEmpty else {
        throw PythonError(.unsupported, "slices in several dimensions are not supported")
      }
      return .slice(node, slice)
    }
    return .item(node, keys.count == 1 ? keys[0] : .tuple(keys))
  }

  private enum Index {
    case key(JinjaExpression)
    case slice(JinjaSlice)
  }

  private mutating func index() throws(PythonError) -> Index {
    var slice = JinjaSlice()
    if token.kind != .symbol(":") {
      let first = try expression()
      guard token.kind == .symbol(":") else { return .key(first) }
      slice.start = first
    }
    try expect(":")
    slice.stop = try bound()
    if take(":") { slice.step = try bound() }
    return .slice(slice)
  }

  private mutating func bound() throws(PythonError) -> JinjaExpression? {
    switch token.kind {
    case .symbol(":"), .symbol("]"), .symbol(","): nil
    default: try expression()
    }
  }

  mutating func arguments() throws(PythonError) -> JinjaArguments {
    try expect("(")
    var arguments = JinjaArguments()
    var isFirst = true
    while token.kind != .symbol(")") {
      if !isFirst {
        try expect(",")
        if token.kind == .symbol(")") { break }
      }
      isFirst = false
      try argument(into: &arguments)
    }
    try expect(")")
    return arguments
  }

  private mutating func argument(into arguments: inout JinjaArguments) throws(PythonError) {
    let isPastKeywords = arguments.keywordRest != nil
    if take("*") {
      guard arguments.positionalRest == nil, !isPastKeywords else {
        throw failure("invalid syntax for function call expression")
      }
      arguments.positionalRest = try expression()
    } else if take("**") {
      guard !isPastKeywords else { throw failure("invalid syntax for function call expression") }
      arguments.keywordRest = try expression()
    } else if case .name(let name) = token.kind, following == .symbol("=") {
      guard !isPastKeywords else { throw failure("invalid syntax for function call expression") }
      advance()
      advance()
      arguments.keywords.append(.init(name: name, value: try expression()))
    } else {
      guard arguments.keywords.isEmpty, arguments.positionalRest == nil, !isPastKeywords else {
        throw failure("invalid syntax for function call expression")
      }
      arguments.positional.append(try expression())
    }
  }
}
