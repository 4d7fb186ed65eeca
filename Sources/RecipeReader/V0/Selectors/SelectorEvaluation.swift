/// Evaluates a selector's tree as Python would.
struct SelectorEvaluation {
  let names: SelectorNames
  let runtime: PythonRuntime

  func value(of node: SelectorNode) throws(PythonError) -> PythonValue {
    try runtime.spend()
    switch node {
    case .none: return .none
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .name(let name): return try value(named: name)
    case .tuple(let nodes): return .tuple(try values(of: nodes))
    case .list(let nodes): return .list(of: try values(of: nodes))
    case .dict(let pairs):
      let dict = PythonDict()
      for pair in pairs { try dict.set(try value(of: pair.value), for: try value(of: pair.key)) }
      return .dict(dict)
    case .not(let operand): return .bool(try !isTrue(operand))
    case .negative(let operand): return try runtime.negated(try value(of: operand))
    case .all(let operands): return try first(of: operands, where: false)
    case .any(let operands): return try first(of: operands, where: true)
    case .comparison(let first, let links): return try comparison(first, links)
    case .arithmetic(let a, let operation, let b):
      return try runtime.apply(operation, try value(of: a), try value(of: b))
    case .conditional(let then, let condition, let otherwise):
      return try value(of: try isTrue(condition) ? then : otherwise)
    case .attribute(let object, let name):
      return try attribute(name, of: try value(of: object))
    case .item(let container, let key):
      let (container, key) = (try value(of: container), try value(of: key))
      if let item = try runtime.item(key, of: container) { return item }
      if case .dict = container {
        throw PythonError(.keyError, try runtime.representation(of: key))
      }
      throw PythonError(.indexError, "\(container.typeName) index out of range")
    case .call(let name, let arguments):
      return try call(name, try values(of: arguments))
    case .method(let object, let name, let arguments):
      let receiver = try value(of: object)
      let arguments = PythonArguments(try values(of: arguments))
      if case .object = receiver {
        return try runtime.call(try attribute(name, of: receiver), arguments)
      }
      return try runtime.callMethod(name, of: receiver, arguments)
    }
  }

  private func values(of nodes: [SelectorNode]) throws(PythonError) -> [PythonValue] {
    var values: [PythonValue] = []
    for node in nodes { values.append(try value(of: node)) }
    return values
  }

  private func isTrue(_ node: SelectorNode) throws(PythonError) -> Bool {
    try runtime.isTruthy(try value(of: node))
  }

  private func value(named name: String) throws(PythonError) -> PythonValue {
    if let value = names[name] { return value }
    if SelectorVocabulary.builtins.contains(name) {
      return .object(PythonModule(name, [:]))
    }
    throw PythonError(.nameError, name)
  }

  /// `and` and `or` give the operand that decided, or the last.
  private func first(of operands: [SelectorNode], where truth: Bool) throws(PythonError)
    -> PythonValue
  {
    var result = PythonValue.none
    for operand in operands {
      result = try value(of: operand)
      if try runtime.isTruthy(result) == truth { break }
    }
    return result
  }

  private func comparison(_ first: SelectorNode, _ links: [SelectorComparison])
    throws(PythonError) -> PythonValue
  {
    var left = try value(of: first)
    var result = PythonValue.bool(true)
    for link in links {
      let right = try value(of: link.operand)
      result = try runtime.compare(left, link.relation, right)
      if try !runtime.isTruthy(result) { break }
      left = right
    }
    return result
  }

  private func attribute(_ name: String, of value: PythonValue) throws(PythonError) -> PythonValue {
    if let attribute = try runtime.attribute(name, of: value) { return attribute }
    throw PythonError(.attributeError, "'\(value.typeName)' object has no attribute '\(name)'")
  }

  private func call(_ name: String, _ arguments: [PythonValue]) throws(PythonError) -> PythonValue {
    // A variant key may hide a function; what it holds then can't be called.
    if let value = names[name] { return try runtime.call(value, PythonArguments(arguments)) }
    let first = arguments.first
    switch name {
    case "int":
      guard let first else { return .int(0) }
      return try runtime.int(first, base: arguments.count > 1 ? runtime.integer(arguments[1]) : 10)
    case "float": return try first.map(runtime.float) ?? .float(0)
    case "str": return .string(try first.map(runtime.text) ?? "")
    case "len":
      guard let first else { throw PythonError(.typeError, "len() takes exactly one argument") }
      return .int(try runtime.length(of: first))
    case "list": return .list(of: try first.map(runtime.elements) ?? [])
    case "tuple": return .tuple(try first.map(runtime.elements) ?? [])
    case "dict":
      let dict = PythonDict()
      try runtime.update(dict, PythonArguments(arguments))
      return .dict(dict)
    default: throw PythonError(.nameError, name)
    }
  }
}
