extension JinjaEvaluation {
  func value(of expression: JinjaExpression, in scope: JinjaScope) throws(PythonError)
    -> PythonValue
  {
    try runtime.spend()
    switch expression {
    case .none: return .none
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .name(let name):
      return scope.value(of: name) ?? context.names(name) ?? JinjaGlobals.value(named: name)
        ?? undefined(name)
    case .tuple(let nodes): return .tuple(try values(of: nodes, in: scope))
    case .list(let nodes): return .list(of: try values(of: nodes, in: scope))
    case .dict(let pairs):
      let dict = PythonDict()
      for pair in pairs {
        let key = try value(of: pair.key, in: scope)
        try dict.set(try value(of: pair.value, in: scope), for: key)
      }
      return .dict(dict)
    case .not(let operand): return .bool(try !isTrue(operand, in: scope))
    case .negative(let operand): return try runtime.negated(try value(of: operand, in: scope))
    case .positive(let operand): return try runtime.positive(try value(of: operand, in: scope))
    case .all(let a, let b):
      let first = try value(of: a, in: scope)
      return try runtime.isTruthy(first) ? try value(of: b, in: scope) : first
    case .any(let a, let b):
      let first = try value(of: a, in: scope)
      return try runtime.isTruthy(first) ? first : try value(of: b, in: scope)
    case .comparison(let first, let links): return try comparison(first, links, in: scope)
    case .arithmetic(let a, let operation, let b):
      return try runtime.apply(
        operation, try value(of: a, in: scope), try value(of: b, in: scope))
    case .joined(let parts):
      var text = ""
      for part in parts {
        text += try runtime.text(of: try value(of: part, in: scope))
        try runtime.allocate(text.utf8.count)
      }
      return .string(text)
    case .conditional(let then, let condition, let otherwise):
      if try isTrue(condition, in: scope) { return try value(of: then, in: scope) }
      if let otherwise { return try value(of: otherwise, in: scope) }
      return undefined(
        nil, hint: "the inline if-expression evaluated to false and no else section was defined.")
    case .attribute(let object, let name):
      return try attribute(name, of: try value(of: object, in: scope))
    case .item(let container, let key):
      return try item(try value(of: key, in: scope), of: try value(of: container, in: scope))
    case .slice(let container, let parts):
      let slice = PythonSlice(
        start: try bound(parts.start, in: scope), stop: try bound(parts.stop, in: scope),
        step: try bound(parts.step, in: scope))
      return try runtime.slice(try value(of: container, in: scope), slice)
    case .call: return try call(expression, in: scope, caller: nil)
    case .filter(let operand, let operation):
      return try filtered(try value(of: operand, in: scope), [operation], in: scope)
    case .test(let operand, let operation):
      let value = try value(of: operand, in: scope)
      let arguments = try arguments(operation.arguments, in: scope)
      return .bool(
        try at(operation.offset) { () throws(PythonError) in
          try test(operation.name, value, arguments)
        })
    }
  }

  private func values(of nodes: [JinjaExpression], in scope: JinjaScope) throws(PythonError)
    -> [PythonValue]
  {
    var values: [PythonValue] = []
    for node in nodes { values.append(try value(of: node, in: scope)) }
    return values
  }

  private func isTrue(_ expression: JinjaExpression, in scope: JinjaScope) throws(PythonError)
    -> Bool
  {
    try runtime.isTruthy(try value(of: expression, in: scope))
  }

  private func bound(_ expression: JinjaExpression?, in scope: JinjaScope) throws(PythonError)
    -> PythonValue
  {
    guard let expression else { return .none }
    return try value(of: expression, in: scope)
  }

  private func comparison(
    _ first: JinjaExpression, _ links: [JinjaComparison], in scope: JinjaScope
  ) throws(PythonError) -> PythonValue {
    var left = try value(of: first, in: scope)
    var result = PythonValue.bool(true)
    for (index, link) in links.enumerated() {
      let right = try value(of: link.operand, in: scope)
      result = try runtime.compare(left, link.relation, right)
      if index < links.count - 1, try !runtime.isTruthy(result) { break }
      left = right
    }
    return result
  }

  // MARK: - Attributes and items, each with the other as its second try

  func attribute(_ name: String, of object: PythonValue) throws(PythonError) -> PythonValue {
    if let value = try runtime.attribute(name, of: object) { return value }
    if let value = try lookedUp(.string(name), in: object) { return value }
    return missing(name, of: object)
  }

  func item(_ key: PythonValue, of container: PythonValue) throws(PythonError) -> PythonValue {
    if let value = try lookedUp(key, in: container) { return value }
    if let name = key.asString {
      if let value = try runtime.attribute(name, of: container) { return value }
      return missing(name, of: container)
    }
    return missing(try runtime.representation(of: key), of: container)
  }

  private func lookedUp(_ key: PythonValue, in container: PythonValue) throws(PythonError)
    -> PythonValue?
  {
    do throws(PythonError) {
      return try runtime.item(key, of: container)
    } catch {
      if error.kind == .typeError { return nil }
      throw error
    }
  }

  private func missing(_ name: String, of object: PythonValue) -> PythonValue {
    let owner =
      if case .none = object { "None" } else { "\(object.typeName) object" }
    return undefined(name, hint: "'\(owner)' has no attribute '\(name)'")
  }

  // MARK: - Calls

  /// A call; `caller` is what `{% call %}` hands over.
  func call(_ expression: JinjaExpression, in scope: JinjaScope, caller: JinjaMacroObject?)
    throws(PythonError) -> PythonValue
  {
    guard case .call(let callee, let parts) = expression else {
      return try value(of: expression, in: scope)
    }
    if case .attribute(let object, let name) = callee, caller == nil {
      let receiver = try value(of: object, in: scope)
      let function = try attribute(name, of: receiver)
      return try runtime.call(function, try arguments(parts, in: scope))
    }
    let function = try value(of: callee, in: scope)
    var arguments = try arguments(parts, in: scope)
    if let caller { arguments.keywords.append(("caller", .object(caller))) }
    return try runtime.call(function, arguments)
  }

  func arguments(_ parts: JinjaArguments, in scope: JinjaScope) throws(PythonError)
    -> PythonArguments
  {
    var arguments = PythonArguments(try values(of: parts.positional, in: scope))
    for keyword in parts.keywords {
      arguments.keywords.append((keyword.name, try value(of: keyword.value, in: scope)))
    }
    if let rest = parts.positionalRest {
      arguments.positional += try runtime.elements(of: try value(of: rest, in: scope))
    }
    if let rest = parts.keywordRest {
      guard case .dict(let dict) = try value(of: rest, in: scope) else {
        throw PythonError(.typeError, "argument after ** must be a mapping")
      }
      for (key, value) in dict.entries {
        arguments.keywords.append((try runtime.string(key, "keywords"), value))
      }
    }
    return arguments
  }

  func filtered(_ value: PythonValue, _ filters: [JinjaOperation], in scope: JinjaScope)
    throws(PythonError) -> PythonValue
  {
    var value = value
    for filter in filters {
      let arguments = try arguments(filter.arguments, in: scope)
      let input = value
      value = try at(filter.offset) { () throws(PythonError) in
        try apply(filter.name, to: input, arguments)
      }
    }
    return value
  }
}
