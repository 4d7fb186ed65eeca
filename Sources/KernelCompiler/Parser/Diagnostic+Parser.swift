import Diagnostics

extension Diagnostic {
  static func missingSign(
    _ sign: Sign, _ position: String, instead: String, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place,
      "'\(sign.rawValue)' is missing \(position)"
        + (instead.isEmpty ? "" : ", before '\(instead)'"),
      remedy: "add '\(sign.rawValue)'")
  }

  static func expressionExpected(instead: String?, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place,
      instead.map { "a value is expected, not '\($0)'" }
        ?? "the code ends where a value is expected",
      remedy: "write a name, a number, a call or a parenthesis")
  }

  static func behindExpression(_ text: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(text)' follows a complete expression",
      remedy: text == ";" ? "remove the semicolon: this is a value, not a statement" : "remove it")
  }

  static func notAssignable(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "only a variable can be assigned to", remedy: "put a name on the left")
  }

  static func notFunction(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "this is not a function, but it is called", remedy: "write '*' to multiply"
    )
  }

  static func constTwice(at place: SourceLocation) -> Self {
    Diagnostic(.error, at: place, "'const' stands here twice", remedy: "remove one")
  }

  static func severalPointers(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "one declaration can make only one pointer",
      remedy: "begin a new declaration")
  }

  static func nothingAfterLabel(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "a label needs a statement behind it",
      remedy: "write break; or put declarations in braces")
  }

  static func integerOutOfRange(
    _ text: String, _ type: NumericType, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "\(text) does not fit into \(type.rawValue)",
      remedy: "write it as a real number (\(text).0)")
  }

  static func nestedTooDeep(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "this is nested more than \(Parser.deepest) levels deep",
      remedy: "split it with local variables")
  }

  static func variableNameExpected(instead: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the name of a variable is expected, not '\(instead)'",
      remedy: "write TYPE NAME = VALUE;")
  }

  static func unknownType(_ words: [String], at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place,
      words.isEmpty
        ? "'const' needs a type"
        : "'\(words.joined(separator: " "))' is not a type of GeNN's language",
      remedy: "use scalar, float, double, bool, int or one of int8_t to uint64_t")
  }

  static func declarationAsBody(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "a declaration alone can't be a body", remedy: "put it in braces")
  }

  static func braceNeverClosed(at place: SourceLocation) -> Self {
    Diagnostic(.error, at: place, "this brace is never closed", remedy: "add '}'")
  }

  static func whileExpected(instead: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'while' is missing after the body of 'do', before '\(instead)'",
      remedy: "write do { … } while (CONDITION);")
  }

  static func elseWithoutIf(at place: SourceLocation) -> Self {
    Diagnostic(.error, at: place, "there is no 'if' before this 'else'", remedy: "remove it")
  }

}
