/// Parses the Python of a selector; what conda-build's evaluator forbids is an error here already.
struct SelectorParser {
  private var scanner: SelectorScanner
  private(set) var token: SelectorToken = .end
  private(set) var place = 0
  private var depth = 0

  private init(_ text: String) throws(PythonError) {
    scanner = SelectorScanner(text)
    try advance()
  }

  static func parse(_ text: String) throws(PythonError) -> SelectorNode {
    var parser = try SelectorParser(text)
    let node = try parser.tupleOrExpression()
    guard parser.token == .end else { throw parser.syntaxError }
    return node
  }

  mutating func advance() throws(PythonError) {
    token = try scanner.next()
    place = scanner.start
  }

  mutating func take(_ symbol: String) throws(PythonError) -> Bool {
    guard token == .symbol(symbol) else { return false }
    try advance()
    return true
  }

  mutating func take(keyword: String) throws(PythonError) -> Bool {
    guard token == .name(keyword) else { return false }
    try advance()
    return true
  }

  mutating func expect(_ symbol: String) throws(PythonError) {
    guard try take(symbol) else { throw syntaxError }
  }

  var syntaxError: PythonError { PythonError(.syntaxError, "invalid syntax", at: place) }

  func forbidden(_ node: String) -> PythonError {
    PythonError(.validationError, "Node type '\(node)' is not allowed", at: place)
  }

  /// Chains make deep trees as parentheses do.
  private func count(_ links: inout Int) throws(PythonError) {
    links += 1
    if links > 200 {
      throw PythonError(.limit, "more than 200 operators stand in one chain", at: place)
    }
  }

  // MARK: - Expressions, loosest first

  private mutating func tupleOrExpression() throws(PythonError) -> SelectorNode {
    let first = try expression()
    guard token == .symbol(",") else { return first }
    return .tuple(try rest(after: first, until: .end))
  }

  /// The elements behind a first one, up to a closing token that stays.
  mutating func rest(after first: SelectorNode, until end: SelectorToken)
    throws(PythonError) -> [SelectorNode]
  {
    var elements = [first]
    while try take(",") {
      if token == end { break }
      elements.append(try expression())
    }
    return elements
  }

  mutating func expression() throws(PythonError) -> SelectorNode {
    depth += 1
    defer { depth -= 1 }
    if depth > 100 { throw PythonError(.limit, "the expression is nested too deep", at: place) }
    if token == .name("lambda") { throw forbidden("Lambda") }
    if token == .symbol("*") { throw forbidden("Starred") }
    let value = try disjunction()
    if token == .symbol(":=") { throw forbidden("NamedExpr") }
    guard try take(keyword: "if") else { return value }
    let condition = try disjunction()
    guard try take(keyword: "else") else { throw syntaxError }
    return .conditional(then: value, when: condition, otherwise: try expression())
  }

  private mutating func disjunction() throws(PythonError) -> SelectorNode {
    var operands = [try conjunction()]
    while try take(keyword: "or") { operands.append(try conjunction()) }
    return operands.count == 1 ? operands[0] : .any(operands)
  }

  private mutating func conjunction() throws(PythonError) -> SelectorNode {
    var operands = [try negation()]
    while try take(keyword: "and") { operands.append(try negation()) }
    return operands.count == 1 ? operands[0] : .all(operands)
  }

  private mutating func negation() throws(PythonError) -> SelectorNode {
    var count = 0
    while try take(keyword: "not") { count += 1 }
    var node = try comparison()
    // Two are `bool(x)`, so a long row of them needs no deep tree.
    for _ in 0..<(count > 2 ? 2 - count % 2 : count) { node = .not(node) }
    return node
  }

  private mutating func comparison() throws(PythonError) -> SelectorNode {
    let first = try sum()
    var links: [SelectorComparison] = []
    while let relation = try relation() {
      links.append(SelectorComparison(relation: relation, operand: try sum()))
    }
    return links.isEmpty ? first : .comparison(first, links)
  }

  private mutating func relation() throws(PythonError) -> PythonRelation? {
    switch token {
    case .symbol(let symbol):
      switch symbol {
      case "&": throw forbidden("BitAnd")
      case "|": throw forbidden("BitOr")
      case "^": throw forbidden("BitXor")
      case "<<": throw forbidden("LShift")
      case ">>": throw forbidden("RShift")
      default: break
      }
      guard let relation = PythonRelation(rawValue: symbol) else { return nil }
      try advance()
      return relation
    case .name("in"):
      try advance()
      return .contained
    case .name("not"):
      try advance()
      guard try take(keyword: "in") else { throw syntaxError }
      return .notContained
    case .name("is"):
      try advance()
      return try take(keyword: "not") ? .notIdentical : .identical
    default: return nil
    }
  }

  private mutating func sum() throws(PythonError) -> SelectorNode {
    var node = try product()
    var links = 0
    while true {
      try count(&links)
      if try take("+") {
        node = .arithmetic(node, .add, try product())
      } else if try take("-") {
        node = .arithmetic(node, .subtract, try product())
      } else {
        return node
      }
    }
  }

  private mutating func product() throws(PythonError) -> SelectorNode {
    var node = try factor()
    var links = 0
    while case .symbol(let symbol) = token {
      switch symbol {
      case "*": throw forbidden("Mult")
      case "//": throw forbidden("FloorDiv")
      case "@": throw forbidden("MatMult")
      case "**": throw forbidden("Pow")
      case "/":
        try count(&links)
        try advance()
        node = .arithmetic(node, .divide, try factor())
      case "%":
        try count(&links)
        try advance()
        node = .arithmetic(node, .modulo, try factor())
      default: return node
      }
    }
    return node
  }

  private mutating func factor() throws(PythonError) -> SelectorNode {
    if token == .symbol("~") { throw forbidden("Invert") }
    if token == .symbol("+") { throw forbidden("UAdd") }
    var count = 0
    while try take("-") { count += 1 }
    var node = try primary()
    for _ in 0..<(count > 2 ? 2 - count % 2 : count) { node = .negative(node) }
    return node
  }

  private mutating func primary() throws(PythonError) -> SelectorNode {
    var node = try atom()
    var links = 0
    while case .symbol(let symbol) = token {
      try count(&links)
      switch symbol {
      case ".":
        try advance()
        guard case .name(let name) = token else { throw syntaxError }
        guard SelectorVocabulary.attributes.contains(name) else {
          throw PythonError(.validationError, "Attribute \(name) is not allowed", at: place)
        }
        try advance()
        node = token == .symbol("(") ? .method(node, name, try arguments()) : .attribute(node, name)
      case "(":
        guard case .name(let name) = node else {
          throw PythonError(.validationError, "Indirect function call", at: place)
        }
        guard SelectorVocabulary.functions.contains(name) else {
          throw PythonError(
            .validationError, "Call to function \(name)() is not allowed", at: place)
        }
        node = .call(name, try arguments())
      case "[":
        try advance()
        if token == .symbol(":") { throw forbidden("Slice") }
        var key = try expression()
        if token == .symbol(":") { throw forbidden("Slice") }
        if token == .symbol(",") { key = .tuple(try rest(after: key, until: .symbol("]"))) }
        try expect("]")
        node = .item(node, key)
      default: return node
      }
    }
    return node
  }

  private mutating func arguments() throws(PythonError) -> [SelectorNode] {
    try expect("(")
    var arguments: [SelectorNode] = []
    while token != .symbol(")") {
      if token == .symbol("**") { throw forbidden("keyword") }
      arguments.append(try expression())
      if token == .symbol("=") { throw forbidden("keyword") }
      if token == .name("for") { throw forbidden("GeneratorExp") }
      guard try take(",") else { break }
    }
    try expect(")")
    return arguments
  }
}
