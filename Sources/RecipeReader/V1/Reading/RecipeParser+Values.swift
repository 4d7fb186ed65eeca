import Conda
import Diagnostics

// Single values, each either fixed or a template.
extension V1.RecipeParser {
  typealias Node = V1.Node
  typealias Texts = V1.Texts

  func scalar(_ node: Node, _ field: String) throws(Diagnostic) -> Node.Scalar {
    guard case .scalar(let scalar) = node else {
      throw Diagnostic.unexpectedKind(
        of: field, node, expected: "a single value", at: location(node.place))
    }
    return scalar
  }

  mutating func template(
    _ scalar: Node.Scalar, _ field: String
  ) throws(Diagnostic) -> V1.Template {
    do throws(V1.ExpressionError) {
      let template = try V1.Template(scalar.text)
      note(template.variables, .expression, scalar.text, scalar.place)
      return template
    } catch {
      let place = scalar.textPlace.advanced(by: error.offset, in: scalar.text)
      throw .invalidExpression(error, in: field, at: location(place))
    }
  }

  /// A value that is checked at once when it is fixed.
  mutating func value<T: Sendable>(
    _ node: Node, _ field: String, isTemplate: (String) -> Bool = V1.Template.isTemplate,
    _ check: (Node.Scalar) throws -> T
  ) throws(Diagnostic) -> V1.Templated<T> {
    let scalar = try scalar(node, field)
    guard isTemplate(scalar.text) else {
      do {
        return .fixed(try check(scalar), scalar.place)
      } catch {
        throw Diagnostic(error)
      }
    }
    return .template(try template(scalar, field), scalar.place)
  }

  mutating func text(_ node: Node, _ field: String) throws(Diagnostic) -> V1.Templated<String> {
    try value(node, field) { scalar in scalar.text }
  }

  /// Text that some rule brings into a canonical form or refuses.
  mutating func text(
    _ node: Node, _ field: String, _ rule: V1.TextRule
  ) throws(Diagnostic) -> V1.Templated<String> {
    let file = file
    return try value(node, field) { scalar in
      try rule.canonical(scalar.text, field, at: scalar.place.location(in: file))
    }
  }

  mutating func boolean(_ node: Node, _ field: String) throws(Diagnostic) -> V1.Templated<Bool> {
    let file = file
    return try value(node, field) { scalar in
      guard let flag = scalar.boolean else {
        throw Diagnostic.invalidValue(
          of: field, "'\(scalar.text)' is neither true nor false",
          remedy: "write true, false or a ${{ }} template without quotes",
          at: scalar.place.location(in: file))
      }
      return flag
    }
  }

  /// A field for which the engine takes `true` and `false` alone, quoted or not.
  mutating func exactBoolean(
    _ node: Node, _ field: String
  ) throws(Diagnostic) -> V1.Templated<Bool> {
    let file = file
    return try value(node, field) { scalar in
      guard let flag = Bool(scalar.text) else {
        throw Diagnostic.invalidValue(
          of: field, "'\(scalar.text)' is neither true nor false", remedy: "write true or false",
          at: scalar.place.location(in: file))
      }
      return flag
    }
  }

  /// A flag that can't be a template.
  func flag(_ node: Node, _ field: String) throws(Diagnostic) -> Bool {
    let scalar = try scalar(node, field)
    switch scalar.text {
    case "true", "True", "yes", "Yes": return true
    case "false", "False", "no", "No": return false
    default:
      throw Diagnostic.invalidValue(
        of: field, "'\(scalar.text)' is neither true nor false", remedy: "write true or false",
        at: location(scalar.place))
    }
  }

  /// A whole number in the range of its type.
  mutating func number<T: FixedWidthInteger & Sendable>(
    _ node: Node, _ field: String
  ) throws(Diagnostic) -> V1.Templated<T> {
    let file = file
    return try value(node, field) { scalar in
      guard let number = T(scalar.text) else {
        throw Diagnostic.invalidValue(
          of: field, "'\(scalar.text)' is not a whole number that fits", remedy: "write one like 1",
          at: scalar.place.location(in: file))
      }
      return number
    }
  }

  mutating func condition(_ node: Node, _ field: String = "if") throws(Diagnostic) -> V1.Condition {
    let scalar = try scalar(node, "'\(field)'")
    do throws(V1.ExpressionError) {
      let expression = try V1.ExpressionParser.parse(scalar.text)
      let variables = V1.UsedVariables(of: expression).names
      note(variables, .condition, scalar.text, scalar.place)
      return V1.Condition(
        source: scalar.text, expression: expression, variables: variables, place: scalar.place)
    } catch {
      let place = scalar.textPlace.advanced(by: error.offset, in: scalar.text)
      let isTemplate = scalar.text.utf8.contains("${{")
      throw .invalidExpression(
        isTemplate
          ? .init(.syntax, error.message, remedy: "write the expression without ${{ }}") : error,
        in: "'\(field)'", at: location(place))
    }
  }
}
