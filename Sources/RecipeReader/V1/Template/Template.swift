extension V1 {
  /// A text with expressions in it, parsed once and rendered as often as needed.
  package struct Template: Sendable {
    enum Part: Sendable {
      case text(String)
      case expression(Expression)
    }

    /// As it was written.
    package let source: String
    let parts: [Part]
    /// The variables that any part mentions, whether or not they matter in the end; sorted.
    package let variables: [String]

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
      variables = parser.variables.names
    }
  }
}

extension V1.Evaluator {
  /// The text that a template makes; `undefined` has no text.
  mutating func render(_ template: V1.Template) throws(V1.ExpressionError) -> String {
    var result = ""
    for part in template.parts {
      switch part {
      case .text(let text): result += text
      case .expression(let expression):
        let value = try operand(expression)
        if case .function(let function) = value { throw .uncalled(function.rawValue) }
        result += value.description
      }
    }
    return result
  }
}
