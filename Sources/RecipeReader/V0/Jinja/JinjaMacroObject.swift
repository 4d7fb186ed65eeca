/// A macro with the scope in which it was written.
final class JinjaMacroObject: PythonObject {
  private let macro: JinjaMacro
  private let evaluation: JinjaEvaluation
  private let source: [UInt8]
  private let scope: JinjaScope

  init(
    _ macro: JinjaMacro, _ evaluation: JinjaEvaluation, _ source: [UInt8], _ scope: JinjaScope
  ) {
    self.macro = macro
    self.evaluation = evaluation
    self.source = source
    self.scope = scope
  }

  var typeName: String { "Macro" }
  func text(_ runtime: PythonRuntime) -> String { "<Macro '\(macro.name)'>" }

  func attribute(_ name: String) -> PythonValue? {
    switch name {
    case "name": .string(macro.name)
    case "arguments": .tuple(macro.parameters.map { .string($0.name) })
    default: nil
    }
  }

  func call(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    let inner = JinjaScope(parent: scope)
    var keywords = arguments.keywords
    if let caller = keywords.firstIndex(where: { $0.name == "caller" }) {
      inner.assign(keywords.remove(at: caller).value, to: "caller")
    }
    for (index, parameter) in macro.parameters.enumerated() {
      let named = keywords.firstIndex { $0.name == parameter.name }
      if index < arguments.positional.count {
        inner.assign(arguments.positional[index], to: parameter.name)
      } else if let named {
        inner.assign(keywords.remove(at: named).value, to: parameter.name)
      } else if let fallback = parameter.fallback {
        inner.assign(try evaluation.value(of: fallback, in: inner), to: parameter.name)
      } else {
        let hint = "parameter '\(parameter.name)' was not provided"
        inner.assign(evaluation.undefined(parameter.name, hint: hint), to: parameter.name)
      }
    }
    inner.assign(
      .tuple(Array(arguments.positional.dropFirst(macro.parameters.count))), to: "varargs")
    let rest = PythonDict()
    for (name, value) in keywords { rest.set(value, for: name) }
    inner.assign(.dict(rest), to: "kwargs")
    let text = try evaluation.withSource(source) { () throws(PythonError) in
      try evaluation.captured { () throws(PythonError) in
        try evaluation.run(macro.body, in: inner)
      }
    }
    return .string(text)
  }
}
