extension JinjaParser {
  mutating func assignment(_ offset: Int) throws(PythonError) -> JinjaStatement {
    let target = try target(mayBeMember: true)
    if take("=") {
      let value = try tuple()
      try endOfTag()
      return .assignment(target, value, offset: offset)
    }
    let filters = take("|") ? try filterChain() : []
    return .capture(target, filters: filters, body: try body(of: "set", "endset"), offset: offset)
  }

  mutating func target(mayBeMember: Bool) throws(PythonError) -> JinjaTarget {
    if mayBeMember, case .name(let object) = token.kind, following == .symbol(".") {
      advance()
      advance()
      return .member(of: object, try name())
    }
    let first = try simpleTarget()
    guard token.kind == .symbol(",") else { return first }
    var targets = [first]
    while take(",") {
      switch token.kind {
      case .name("in"), .symbol("="), .blockEnd: return .tuple(targets)
      default: targets.append(try simpleTarget())
      }
    }
    return .tuple(targets)
  }

  private mutating func simpleTarget() throws(PythonError) -> JinjaTarget {
    if take("(") {
      let inner = try nest { (parser) throws(PythonError) in
        try parser.target(mayBeMember: false)
      }
      try expect(")")
      return inner
    }
    let name = try name()
    if Self.constants.contains(name) { throw failure("can't assign to '\(name)'") }
    return .name(name)
  }

  private static let constants: Set<String> = ["true", "false", "none", "True", "False", "None"]

  mutating func conditional(_ offset: Int) throws(PythonError) -> JinjaStatement {
    var branches: [JinjaBranch] = []
    var place = offset
    while true {
      let condition = try tuple(withConditional: false)
      try endOfTag()
      let body = try statements(of: "if", until: ["elif", "else", "endif"])
      branches.append(JinjaBranch(condition: condition, body: body, offset: place))
      place = token.offset
      if take(keyword: "elif") { continue }
      var otherwise: [JinjaStatement] = []
      if take(keyword: "else") {
        try endOfTag()
        otherwise = try statements(of: "if", until: ["endif"])
      }
      advance()
      try endOfTag()
      return .conditional(branches, otherwise: otherwise)
    }
  }

  mutating func loop(_ offset: Int) throws(PythonError) -> JinjaStatement {
    let target = try target(mayBeMember: false)
    guard take(keyword: "in") else { throw unexpected(expected: "in") }
    let values = try tuple(withConditional: false)
    let condition = take(keyword: "if") ? try expression() : nil
    let isRecursive = take(keyword: "recursive")
    try endOfTag()
    let body = try statements(of: "for", until: ["endfor", "else"])
    var otherwise: [JinjaStatement] = []
    if take(keyword: "else") {
      try endOfTag()
      otherwise = try statements(of: "for", until: ["endfor"])
    }
    advance()
    try endOfTag()
    return .loop(
      JinjaLoop(
        target: target, values: values, condition: condition, isRecursive: isRecursive, body: body,
        otherwise: otherwise, offset: offset))
  }

  mutating func macro() throws(PythonError) -> JinjaMacro {
    let name = try name()
    let parameters = try parameters()
    return JinjaMacro(
      name: name, parameters: parameters, body: try body(of: "macro", "endmacro"))
  }

  private mutating func parameters() throws(PythonError) -> [JinjaMacro.Parameter] {
    try expect("(")
    var parameters: [JinjaMacro.Parameter] = []
    while token.kind != .symbol(")") {
      if !parameters.isEmpty { try expect(",") }
      let name = try name()
      let fallback = take("=") ? try expression() : nil
      if fallback == nil, parameters.last?.fallback != nil {
        throw failure("non-default argument follows default argument")
      }
      parameters.append(JinjaMacro.Parameter(name: name, fallback: fallback))
    }
    try expect(")")
    return parameters
  }

  mutating func callBlock(_ offset: Int) throws(PythonError) -> JinjaStatement {
    let parameters = token.kind == .symbol("(") ? try parameters() : []
    let call = try expression()
    guard case .call = call else { throw failure("expected call") }
    let body = try body(of: "call", "endcall")
    return .callBlock(
      call, JinjaMacro(name: "caller", parameters: parameters, body: body), offset: offset)
  }

  mutating func with(_ offset: Int) throws(PythonError) -> JinjaStatement {
    var bindings: [JinjaBinding] = []
    while token.kind != .blockEnd {
      if !bindings.isEmpty { try expect(",") }
      let target = try simpleTarget()
      try expect("=")
      bindings.append(JinjaBinding(target: target, value: try expression()))
    }
    return .scope(bindings, body: try body(of: "with", "endwith"), offset: offset)
  }

  mutating func inclusion(_ tag: String, _ offset: Int) throws(PythonError) -> JinjaStatement {
    let template = try expression()
    switch tag {
    case "include":
      var mayBeMissing = false
      if token.kind == .name("ignore"), following == .name("missing") {
        advance()
        advance()
        mayBeMissing = true
      }
      takeContextWords()
      try endOfTag()
      return .include(template, mayBeMissing: mayBeMissing, offset: offset)
    case "import":
      guard take(keyword: "as") else { throw unexpected(expected: "as") }
      let name = try name()
      takeContextWords()
      try endOfTag()
      return .importModule(template, name: name, offset: offset)
    default:
      guard take(keyword: "import") else { throw unexpected(expected: "import") }
      var names: [JinjaImport] = []
      while case .name(let name) = token.kind {
        if name == "with" || name == "without", following == .name("context") { break }
        advance()
        let alias = take(keyword: "as") ? try self.name() : name
        names.append(JinjaImport(name: name, alias: alias))
        guard take(",") else { break }
      }
      takeContextWords()
      try endOfTag()
      return .importNames(template, names, offset: offset)
    }
  }

  private mutating func takeContextWords() {
    guard case .name(let word) = token.kind, word == "with" || word == "without",
      following == .name("context")
    else { return }
    advance()
    advance()
  }
}
