import Diagnostics

extension V1.Renderer {
  /// Defines the names of `context:`, each seeing those before it, and returns them.
  mutating func define(_ entries: [V1.ContextEntry]) throws(Diagnostic) -> V1.Fields {
    var fields = V1.Fields()
    for entry in entries {
      let before = evaluator.accessed
      if memory.isActive { evaluator.restore(accesses: []) }
      let value = try value(entry.value)
      if memory.isActive {
        memory.note(definition: entry.name, accessed: evaluator.accessed)
        evaluator.note(known: before)
      }
      evaluator.scope.context[entry.name] = value
      fields[entry.name] = V1.Tree(value)
    }
    return fields
  }

  private mutating func value(_ value: V1.ContextValue) throws(Diagnostic) -> V1.Value {
    switch value {
    case .fixed(let value): return value
    case .expression(let expression, let source, let isText, let place):
      do throws(V1.ExpressionError) {
        let value = try evaluator.value(of: expression)
        guard !value.isUndefined else { throw Self.undefined(expression) }
        return isText ? .string(value.description) : value
      } catch {
        throw .failedExpression(error, in: source, at: location(place))
      }
    case .template(let template, let isText, let place):
      let value = Self.typed(try text(template, place))
      return isText ? .string(value.description) : value
    }
  }

  private static func undefined(_ expression: V1.Expression) -> V1.ExpressionError {
    guard case .conditional(_, _, nil) = expression else {
      return V1.Evaluator.undefined(expression)
    }
    return .init(
      .undefined, "the condition does not hold and there is no 'else'", remedy: "add one")
  }

  /// A truth value or a whole number, if the text looks like one.
  private static func typed(_ text: String) -> V1.Value {
    let word = text.trimmed
    switch word.asciiLowercased {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: return Int(word).map { .integer($0) } ?? .string(text)
    }
  }
}
