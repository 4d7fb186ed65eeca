/// Literals, names and what stands in brackets.
extension SelectorParser {
  mutating func atom() throws(PythonError) -> SelectorNode {
    switch token {
    case .int(let value):
      try advance()
      return .int(value)
    case .float(let value):
      try advance()
      return .float(value)
    case .string(var text):
      try advance()
      while case .string(let more) = token {
        text += more
        try advance()
      }
      return .string(text)
    case .name(let name): return try named(name)
    case .symbol("("): return try parenthesised()
    case .symbol("["): return try bracketed()
    case .symbol("{"): return try braced()
    case .symbol("..."):
      throw PythonError(.unsupported, "the ellipsis is not supported", at: place)
    case .symbol, .end: throw syntaxError
    }
  }

  private mutating func named(_ name: String) throws(PythonError) -> SelectorNode {
    if SelectorVocabulary.keywords.contains(name) {
      if name == "await" || name == "yield" { throw forbidden(name.capitalizedNode) }
      throw syntaxError
    }
    try advance()
    switch name {
    case "True": return .bool(true)
    case "False": return .bool(false)
    case "None": return .none
    default: return .name(name)
    }
  }

  private mutating func parenthesised() throws(PythonError) -> SelectorNode {
    try advance()
    if try take(")") { return .tuple([]) }
    let first = try expression()
    if token == .name("for") { throw forbidden("GeneratorExp") }
    let isTuple = token == .symbol(",")
    let elements = try rest(after: first, until: .symbol(")"))
    try expect(")")
    return isTuple ? .tuple(elements) : first
  }

  private mutating func bracketed() throws(PythonError) -> SelectorNode {
    try advance()
    if try take("]") { return .list([]) }
    let first = try expression()
    if token == .name("for") { throw forbidden("ListComp") }
    let elements = try rest(after: first, until: .symbol("]"))
    try expect("]")
    return .list(elements)
  }

  private mutating func braced() throws(PythonError) -> SelectorNode {
    try advance()
    var pairs: [SelectorPair] = []
    while token != .symbol("}") {
      if token == .symbol("**") { throw forbidden("Dict unpacking") }
      let key = try expression()
      guard try take(":") else {
        if token == .name("for") { throw forbidden("SetComp") }
        if token == .symbol(",") || token == .symbol("}") { throw forbidden("Set") }
        throw syntaxError
      }
      pairs.append(SelectorPair(key: key, value: try expression()))
      if token == .name("for") { throw forbidden("DictComp") }
      guard try take(",") else { break }
    }
    try expect("}")
    return .dict(pairs)
  }
}

extension String {
  fileprivate var capitalizedNode: String { prefix(1).uppercased() + dropFirst() }
}
