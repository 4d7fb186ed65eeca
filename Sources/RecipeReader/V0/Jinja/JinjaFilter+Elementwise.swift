extension JinjaEvaluation {
  /// `map`, `select` and their kin: another filter or test for every element.
  func elementwise(_ filter: JinjaFilter, _ value: PythonValue, _ arguments: PythonArguments)
    throws(PythonError) -> PythonValue
  {
    // Nothing at all counts as an empty list here.
    let elements = try runtime.isTruthy(value) ? try runtime.elements(of: value) : []
    if filter == .map { return .list(of: try map(elements, arguments)) }
    var rest = arguments
    var keys = elements
    if filter == .selectattr || filter == .rejectattr {
      guard !rest.positional.isEmpty else {
        throw PythonError(.templateRuntimeError, "Missing parameter for attribute name")
      }
      keys = try mapped(elements, by: rest.positional.removeFirst())
    }
    let name = try rest.positional.first.map { (value) throws(PythonError) in
      try runtime.string(value, filter.rawValue)
    }
    if name != nil { rest.positional.removeFirst() }
    let isSelecting = filter == .select || filter == .selectattr
    var result: [PythonValue] = []
    for (element, key) in zip(elements, keys) {
      let holds: Bool
      if let name {
        holds = try test(name, key, rest)
      } else {
        holds = try runtime.isTruthy(key)
      }
      if holds == isSelecting { result.append(element) }
    }
    return .list(of: result)
  }

  private func map(_ elements: [PythonValue], _ arguments: PythonArguments) throws(PythonError)
    -> [PythonValue]
  {
    if arguments.positional.isEmpty, let attribute = arguments.keyword("attribute") {
      return try mapped(elements, by: attribute, fallback: arguments.keyword("default"))
    }
    var rest = arguments
    guard !rest.positional.isEmpty else {
      throw PythonError(.templateRuntimeError, "map requires a filter argument")
    }
    let name = try runtime.string(rest.positional.removeFirst(), "map")
    var result: [PythonValue] = []
    for element in elements { result.append(try apply(name, to: element, rest)) }
    return result
  }
}
