extension V1 {
  /// Why an expression can't be read or has no value, and how far into its text that is.
  package struct ExpressionError: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case syntax, undefined, unknownFilter, unknownTest, unknownFunction, unknownMethod
      case operation, arguments
      /// It asks for what a recipe may not do unless a person allows it.
      case forbidden
    }

    package let kind: Kind
    package let message: String
    package let remedy: String?
    /// In UTF-8 bytes from the start of the text that holds the expression, when it is known.
    package var offset: Int?

    init(_ kind: Kind, _ message: String, remedy: String? = nil, offset: Int? = nil) {
      self.kind = kind
      self.message = message
      self.remedy = remedy
      self.offset = offset
    }
  }
}

extension V1.ExpressionError {
  static func unexpected(_ token: V1.Token, expected: String, at offset: Int) -> Self {
    Self(.syntax, "unexpected \(token.name), expected \(expected)", offset: offset)
  }

  static let undefined = Self(.undefined, "undefined value")

  static func undefinedName(_ name: String) -> Self {
    Self(
      .undefined, "'\(name)' is not defined",
      remedy: "define it under `context:` or in the variant configuration, or give a fallback with "
        + "`| default(...)`")
  }

  /// The engine puts a name of its insides there.
  static func uncalled(_ function: String) -> Self {
    Self(.operation, "'\(function)' is a function", remedy: "call it: \(function)(...)")
  }

  static func operation(_ message: String, remedy: String? = nil) -> Self {
    Self(.operation, message, remedy: remedy)
  }

  static func missingArgument(of callee: String) -> Self {
    Self(.arguments, "\(callee) misses an argument")
  }

  static func tooManyArguments(for callee: String) -> Self {
    Self(.arguments, "\(callee) got too many arguments")
  }

  static func unknownKeyword(_ keyword: String, of callee: String) -> Self {
    Self(.arguments, "\(callee) has no argument named '\(keyword)'")
  }
}
