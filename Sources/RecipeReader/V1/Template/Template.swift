extension V1 {
  /// A text with expressions in it, parsed once and rendered as often as needed.
  package struct Template: Sendable {
    enum Part: Sendable {
      case text(String)
      case expression(Expression)
      case branch(Expression, then: [Part], otherwise: [Part])
      case loop(Loop)
      case scope([Binding], [Part])
      case assignment(Binding)
      case capture(Target, [FilterCall], [Part])
      case filtered([FilterCall], [Part])
      case macro(Macro)
      /// A call that gets the parts as its `caller`.
      case call(Expression, [Expression.Argument], Macro)
      case evaluation(Expression)
      /// `include` and its like: there are no other templates.
      case otherTemplate(statement: String, Expression, mayMiss: Bool)
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

extension V1.Template {
  /// What a value is given to: a name, or as many targets as the value has items.
  indirect enum Target: Sendable {
    case name(String)
    /// Of an object that can be changed, of which there is none.
    case attribute(String)
    case list([Target])
  }

  struct Binding: Sendable {
    let target: Target
    let value: V1.Expression
  }

  struct FilterCall: Sendable {
    let name: String
    let arguments: [V1.Expression.Argument]
  }

  package struct Loop: Sendable {
    let target: Target
    let items: V1.Expression
    let condition: V1.Expression?
    let isRecursive: Bool
    var body: [Part] = []
    var otherwise: [Part] = []
  }

  package struct Macro: Sendable {
    struct Parameter: Sendable {
      let name: String
      let fallback: V1.Expression?
    }

    let name: String
    let parameters: [Parameter]
    var body: [Part] = []
    /// Names that it takes from around it; the engine looks them up where the macro is defined.
    var outerNames: Set<String> = []
  }
}
