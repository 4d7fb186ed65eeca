extension JinjaEvaluation {
  func run(_ loop: JinjaLoop, over values: [PythonValue], in scope: JinjaScope, depth: Int)
    throws(PythonError)
  {
    var chosen = values
    if let condition = loop.condition {
      chosen = []
      for value in values {
        let inner = JinjaScope(parent: scope)
        try assign(value, to: loop.target, in: inner)
        try runtime.spend()
        if try runtime.isTruthy(try self.value(of: condition, in: inner)) { chosen.append(value) }
      }
    }
    if chosen.isEmpty { return try run(loop.otherwise, in: scope) }
    let position = JinjaLoopObject(chosen, depth: depth)
    if loop.isRecursive {
      position.recursion = { [unowned self] (inner) throws(PythonError) -> PythonValue in
        let values = try self.runtime.elements(of: inner)
        return .string(
          try self.captured { () throws(PythonError) in
            try self.run(loop, over: values, in: scope, depth: depth + 1)
          })
      }
    }
    for (index, value) in chosen.enumerated() {
      try runtime.spend()
      position.index = index
      let inner = JinjaScope(parent: scope)
      inner.assign(.object(position), to: "loop")
      try assign(value, to: loop.target, in: inner)
      try run(loop.body, in: inner)
    }
  }

  // MARK: - Other templates

  func runInclusion(_ statement: JinjaStatement, in scope: JinjaScope) throws(PythonError) {
    switch statement {
    case .include(let expression, let mayBeMissing, let offset):
      try at(offset) { () throws(PythonError) in
        guard let template = try template(expression, in: scope, mayBeMissing) else { return }
        let text = try captured { () throws(PythonError) in
          try runtime.descend { () throws(PythonError) in
            try run(template, in: JinjaScope(parent: scope))
          }
        }
        try produce(text, at: offset)
      }
    case .importModule(let expression, let name, let offset):
      try at(offset) { () throws(PythonError) in
        let names = try module(expression, in: scope)
        scope.assign(.object(PythonModule(name, names)), to: name)
      }
    case .importNames(let expression, let imports, let offset):
      try at(offset) { () throws(PythonError) in
        let names = try module(expression, in: scope)
        for item in imports {
          let hint = "the imported template does not export the requested name '\(item.name)'"
          scope.assign(
            names[item.name] ?? undefined(item.name, hint: hint), to: item.alias)
        }
      }
    default: break
    }
  }

  private func template(
    _ expression: JinjaExpression, in scope: JinjaScope, _ mayBeMissing: Bool
  ) throws(PythonError) -> JinjaTemplate? {
    let name = try runtime.text(of: try value(of: expression, in: scope))
    if let template = try context.template(name) { return template }
    if mayBeMissing { return nil }
    throw PythonError(.templateNotFound, "'\(name)' not found")
  }

  /// What a template assigns at its top level.
  private func module(_ expression: JinjaExpression, in scope: JinjaScope) throws(PythonError)
    -> [String: PythonValue]
  {
    guard let template = try template(expression, in: scope, false) else { return [:] }
    let module = JinjaScope(parent: nil)
    _ = try captured { () throws(PythonError) in
      try runtime.descend { () throws(PythonError) in try run(template, in: module) }
    }
    return module.names
  }
}
