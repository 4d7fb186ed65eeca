/// Runs the statements of a template.
final class JinjaEvaluation {
  let context: JinjaContext
  private(set) var output = MappedText()
  /// The template whose bytes the text statements point into.
  private var source: [UInt8] = []
  private var produced = 0

  init(context: JinjaContext) { self.context = context }

  var runtime: PythonRuntime { context.runtime }

  func undefined(_ name: String?, hint: String? = nil) -> PythonValue {
    runtime.sawUndefined = true
    return .undefined(PythonUndefined(isStrict: context.isStrict, name: name, hint: hint))
  }

  func run(_ template: JinjaTemplate, in scope: JinjaScope) throws(PythonError) {
    let outer = source
    source = template.bytes
    defer { source = outer }
    try run(template.statements, in: scope)
  }

  func run(_ statements: [JinjaStatement], in scope: JinjaScope) throws(PythonError) {
    for statement in statements { try run(statement, in: scope) }
  }

  private func run(_ statement: JinjaStatement, in scope: JinjaScope) throws(PythonError) {
    try runtime.spend()
    switch statement {
    case .text(let range):
      try produce(range.count)
      output.append(source[range], from: range.lowerBound)
    case .output(let expression, let offset):
      try at(offset) { () throws(PythonError) in
        let text = try runtime.text(of: try value(of: expression, in: scope))
        try produce(text, at: offset)
      }
    case .assignment(let target, let expression, let offset):
      try at(offset) { () throws(PythonError) in
        try assign(try value(of: expression, in: scope), to: target, in: scope)
      }
    case .capture(let target, let filters, let body, let offset):
      try at(offset) { () throws(PythonError) in
        let text = try captured { () throws(PythonError) in
          try run(body, in: JinjaScope(parent: scope))
        }
        try assign(try filtered(.string(text), filters, in: scope), to: target, in: scope)
      }
    case .conditional(let branches, let otherwise):
      for branch in branches {
        let isTrue = try at(branch.offset) { () throws(PythonError) in
          try runtime.isTruthy(try value(of: branch.condition, in: scope))
        }
        if isTrue { return try run(branch.body, in: scope) }
      }
      try run(otherwise, in: scope)
    case .loop(let loop):
      try at(loop.offset) { () throws(PythonError) in
        let values = try runtime.elements(of: try value(of: loop.values, in: scope))
        try run(loop, over: values, in: scope, depth: 1)
      }
    case .macro(let macro):
      scope.assign(.object(JinjaMacroObject(macro, self, source, scope)), to: macro.name)
    case .callBlock(let call, let macro, let offset):
      try at(offset) { () throws(PythonError) in
        let caller = JinjaMacroObject(macro, self, source, scope)
        let text = try runtime.text(of: try self.call(call, in: scope, caller: caller))
        try produce(text, at: offset)
      }
    case .filterBlock(let filters, let body, let offset):
      try at(offset) { () throws(PythonError) in
        let inner = try captured { () throws(PythonError) in
          try run(body, in: JinjaScope(parent: scope))
        }
        let text = try runtime.text(of: try filtered(.string(inner), filters, in: scope))
        try produce(text, at: offset)
      }
    case .scope(let bindings, let body, let offset):
      let inner = JinjaScope(parent: scope)
      try at(offset) { () throws(PythonError) in
        for binding in bindings {
          try assign(try value(of: binding.value, in: scope), to: binding.target, in: inner)
        }
      }
      try run(body, in: inner)
    case .include, .importModule, .importNames: try runInclusion(statement, in: scope)
    }
  }

  /// Prints what a statement at `offset` made.
  func produce(_ text: String, at offset: Int) throws(PythonError) {
    try produce(text.utf8.count)
    output.append(made: text, at: offset)
  }

  /// Limits what all outputs and captures of one template may add up to.
  private func produce(_ count: Int) throws(PythonError) {
    produced += count
    try runtime.allocate(produced)
  }

  func at<Result>(_ offset: Int, _ body: () throws(PythonError) -> Result) throws(PythonError)
    -> Result
  {
    do throws(PythonError) {
      return try body()
    } catch {
      throw error.placed(at: offset)
    }
  }

  /// The text that `body` prints.
  func captured(_ body: () throws(PythonError) -> Void) throws(PythonError) -> String {
    let outer = output
    output = MappedText()
    defer { output = outer }
    try body()
    return output.text
  }

  /// Runs statements that belong to another template's text.
  func withSource<Result>(_ bytes: [UInt8], _ body: () throws(PythonError) -> Result)
    throws(PythonError) -> Result
  {
    let outer = source
    source = bytes
    defer { source = outer }
    return try body()
  }

  func assign(_ value: PythonValue, to target: JinjaTarget, in scope: JinjaScope)
    throws(PythonError)
  {
    switch target {
    case .name(let name): scope.assign(value, to: name)
    case .member(let object, let name):
      guard case .object(let found)? = scope.value(of: object),
        let namespace = found as? JinjaNamespace
      else {
        throw PythonError(
          .templateRuntimeError, "cannot assign attribute on non-namespace object")
      }
      namespace.values.set(value, for: name)
    case .tuple(let targets):
      let values = try runtime.elements(of: value)
      if values.count < targets.count {
        throw PythonError(
          .valueError,
          "not enough values to unpack (expected \(targets.count), got \(values.count))")
      }
      if values.count > targets.count {
        throw PythonError(
          .valueError, "too many values to unpack (expected \(targets.count))")
      }
      for (target, value) in zip(targets, values) { try assign(value, to: target, in: scope) }
    }
  }
}
