import Diagnostics

extension V1.Evaluator {
  private typealias Failure = V1.ExpressionError

  /// What a function or a method returns.
  mutating func call(
    _ callee: V1.Expression, _ arguments: [V1.Expression.Argument]
  ) throws(V1.ExpressionError) -> V1.Value {
    try call(callee, arguments, caller: nil)
  }

  /// - Parameter caller: what a `{% call %}` has inside.
  mutating func call(
    _ callee: V1.Expression, _ arguments: [V1.Expression.Argument], caller: V1.Value?
  ) throws(V1.ExpressionError) -> V1.Value {
    switch callee {
    case .name(let name):
      let found = lookUp(name)
      var arguments = try evaluate(arguments, for: "\(name)()")
      if let caller { arguments.append(caller, named: "caller") }
      guard let found else { throw Self.unknownFunction(name) }
      if case .object(let object) = found { return try call(object, arguments) }
      guard case .function(let function) = found else {
        throw Failure.operation(
          "'\(name)' is a value of kind \(found.kind.name) here, it can't be called")
      }
      return try apply(function, arguments)
    case .attribute(let base, let method):
      let value = try value(of: base)
      let arguments = try evaluate(arguments, for: "\(method)()")
      if case .object(.loop(let state)) = value { return try apply(state, method, arguments) }
      guard case .host(let host) = value else {
        throw Failure(
          .unknownMethod, "a value of kind \(value.kind.name) has no method '\(method)'",
          remedy: V1.Filter(rawValue: method).map { "use the filter: `| \($0.rawValue)`" })
      }
      return try apply(host, method, arguments)
    default:
      let value = try value(of: callee)
      if case .object(let object) = value {
        return try call(object, try evaluate(arguments, for: object.description))
      }
      throw Failure.operation("a value of kind \(value.kind.name) can't be called")
    }
  }

  private mutating func call(
    _ object: V1.TemplateObject, _ arguments: V1.Arguments
  ) throws(V1.ExpressionError) -> V1.Value {
    switch object {
    case .macro(let macro, let frame): try call(macro, in: frame, arguments)
    case .loop(let state): try self.repeat(state, arguments)
    }
  }

  private mutating func apply(
    _ loop: V1.TemplateObject.LoopState, _ method: String, _ arguments: V1.Arguments
  ) throws(V1.ExpressionError) -> V1.Value {
    let values = arguments.positional
    switch method {
    case "changed": return .boolean(frames.notice(values, in: loop.frame))
    case "cycle" where !values.isEmpty: return values[loop.index % values.count]
    case "cycle": throw .missingArgument(of: "loop.cycle()")
    default: throw Failure(.unknownMethod, "'loop' has no method '\(method)'")
    }
  }

  private static func unknownFunction(_ name: String) -> V1.ExpressionError {
    let suggestion = Suggestion(for: name, in: V1.Function.allCases.map(\.rawValue))
    return Failure(
      .unknownFunction, "there is no function '\(name)'",
      remedy: suggestion?.remedy)
  }

  mutating func evaluate(
    _ arguments: [V1.Expression.Argument], for callee: String
  ) throws(V1.ExpressionError) -> V1.Arguments {
    var result = V1.Arguments(for: callee)
    for argument in arguments {
      let value = try value(of: argument.value)
      switch argument.kind {
      case .positional: result.append(value)
      case .keyword(let name): result.append(value, named: name)
      case .spread:
        guard let items = value.items else {
          throw Failure.operation("only a list can be spread with '*'")
        }
        for item in items { result.append(item) }
      case .keywordSpread:
        guard case .mapping(let pairs) = value else {
          throw Failure.operation("only a mapping can be spread with '**'")
        }
        for pair in pairs { result.append(pair.value, named: pair.key.description) }
      }
    }
    return result
  }

  mutating func apply(
    _ filter: V1.Filter?, named name: String, to operand: V1.Expression,
    _ arguments: [V1.Expression.Argument]
  ) throws(V1.ExpressionError) -> V1.Value {
    let value = try value(of: operand)
    let arguments = try evaluate(arguments, for: "the filter '\(name)'")
    guard let filter else { throw V1.Filter.unknown(name) }
    if case .undefined = value, !filter.takesUndefined { throw Self.undefined(operand) }
    return try filter.apply(to: value, arguments)
  }

  mutating func holds(
    _ test: V1.Test?, named name: String, for operand: V1.Expression,
    _ arguments: [V1.Expression.Argument]
  ) throws(V1.ExpressionError) -> Bool {
    let value = try value(of: operand)
    let arguments = try evaluate(arguments, for: "the test '\(name)'")
    guard let test else { throw V1.Test.unknown(name) }
    if case .undefined = value, !test.takesUndefined { throw Self.undefined(operand) }
    return try test.holds(for: value, arguments)
  }
}
