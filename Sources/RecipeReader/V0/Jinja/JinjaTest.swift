extension JinjaEvaluation {
  /// `value is name(arguments)`.
  func test(_ name: String, _ value: PythonValue, _ arguments: PythonArguments)
    throws(PythonError) -> Bool
  {
    try runtime.spend()
    if !arguments.positional.isEmpty, Self.relations[name] == nil, name != "divisibleby",
      Self.testNames.contains(name)
    {
      throw PythonError(.typeError, "test \(name) takes 1 argument and was given more")
    }
    switch name {
    case "defined": return !value.isUndefined
    case "undefined": return value.isUndefined
    case "none":
      if case .none = value { return true }
      return false
    case "boolean":
      if case .bool = value { return true }
      return false
    case "true":
      if case .bool(true) = value { return true }
      return false
    case "false":
      if case .bool(false) = value { return true }
      return false
    case "integer":
      if case .int = value { return true }
      return false
    case "float":
      if case .float = value { return true }
      return false
    case "number": return value.asNumber != nil
    case "string": return value.asString != nil
    case "mapping":
      if case .dict = value { return true }
      return false
    case "sequence": return isSequence(value)
    case "iterable":
      if case .object(let object) = value { return try object.elements(runtime) != nil }
      return isSequence(value)
    case "callable":
      if case .object = value { return true }
      return value.isUndefined
    case "filter": return JinjaFilter(rawValue: try runtime.text(of: value)) != nil
    case "test": return Self.testNames.contains(try runtime.text(of: value))
    case "escaped": return false
    case "odd", "even", "divisibleby": return try divides(name, value, arguments)
    case "lower": return PythonCase.holds(.islower, for: try runtime.text(of: value))
    case "upper": return PythonCase.holds(.isupper, for: try runtime.text(of: value))
    default: return try compares(name, value, arguments)
    }
  }

  private func isSequence(_ value: PythonValue) -> Bool {
    switch value {
    case .string, .list, .tuple, .dict: true
    case .undefined(let missing): !missing.isStrict
    default: false
    }
  }

  private func divides(_ name: String, _ value: PythonValue, _ arguments: PythonArguments)
    throws(PythonError) -> Bool
  {
    let divisor = name == "divisibleby" ? arguments.positional.first ?? .none : .int(2)
    let rest = try runtime.apply(.modulo, value, divisor)
    return try runtime.areEqual(rest, .int(name == "odd" ? 1 : 0))
  }

  private func compares(_ name: String, _ value: PythonValue, _ arguments: PythonArguments)
    throws(PythonError) -> Bool
  {
    guard let relation = Self.relations[name] else {
      throw PythonError(.templateSyntaxError, "No test named '\(name)'.")
    }
    guard let other = arguments.positional.first else {
      throw PythonError(.typeError, "\(name) expected 2 arguments, got 1")
    }
    return try runtime.isTruthy(try runtime.compare(value, relation, other))
  }

  private static let relations: [String: PythonRelation] = [
    "==": .equal, "eq": .equal, "equalto": .equal, "!=": .notEqual, "ne": .notEqual,
    ">": .greater, "gt": .greater, "greaterthan": .greater, ">=": .greaterOrEqual,
    "ge": .greaterOrEqual, "<": .less, "lt": .less, "lessthan": .less, "<=": .lessOrEqual,
    "le": .lessOrEqual, "in": .contained, "sameas": .identical,
  ]

  private static let testNames: Set<String> = Set(relations.keys).union([
    "defined", "undefined", "none", "boolean", "true", "false", "integer", "float", "number",
    "string", "mapping", "sequence", "iterable", "callable", "filter", "test", "escaped", "odd",
    "even", "divisibleby", "lower", "upper",
  ])
}
