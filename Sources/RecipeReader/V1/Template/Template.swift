extension V1 {
  /// A text with expressions in it, parsed once and rendered as often as needed.
  package struct Template: Sendable {
    enum Part: Sendable {
      case text(String)
      case expression(Expression)
      case branch(Expression, then: [Part], otherwise: [Part])
      case assignment(String, Expression)
      /// What is understood but not rendered.
      case unsupported(String)
    }

    /// As it was written.
    package let source: String
    let parts: [Part]
    /// The variables that any part mentions, whether or not they matter in the end; sorted.
    package let variables: [String]
    let hasStatements: Bool

    /// Whether a scalar is a template at all.
    static func isTemplate(_ text: String) -> Bool {
      guard text.utf8.contains(UInt8(ascii: "$")) else { return false }
      return text.utf8.contains("${{") && text.utf8.contains("}}")
    }

    init(_ source: String) throws(ExpressionError) {
      var parser = TemplateParser(source)
      try parser.parse()
      self.source = source
      parts = parser.parts
      hasStatements = parser.hasStatements
      variables = parser.variables.names
    }
  }
}

extension V1.Evaluator {
  /// The text that a template makes; `undefined` has no text.
  mutating func render(_ template: V1.Template) throws(V1.ExpressionError) -> String {
    guard template.hasStatements else { return try render(template.parts) }
    let outer = scope.local
    defer { scope.local = outer }
    return try render(template.parts)
  }

  private mutating func render(_ parts: [V1.Template.Part]) throws(V1.ExpressionError) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .expression(let expression):
        let value = try operand(expression)
        if case .function(let function) = value { throw .uncalled(function.rawValue) }
        result += value.description
      case .branch(let condition, let then, let otherwise):
        result += try render(try self.condition(condition).isTrue ? then : otherwise)
      case .assignment(let name, let expression):
        scope.local[name] = try value(of: expression)
      case .unsupported(let statement):
        throw .operation("{% \(statement) %} is not rendered here, only if and set are")
      }
      // Templates that double what others made would fill the memory.
      guard result.utf8.count <= V1.Operators.sizeLimit else {
        throw .operation("the text would be larger than \(V1.Operators.sizeLimit) bytes")
      }
    }
    return result
  }
}
