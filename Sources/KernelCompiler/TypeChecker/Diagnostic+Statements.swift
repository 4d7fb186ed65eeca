import Diagnostics

extension Diagnostic {
  static func assignmentInside(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "an assignment inside an expression is not supported",
      remedy: "make it a statement of its own")
  }

  static func commaInside(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "a comma inside an expression is not supported",
      remedy: "write two statements")
  }

  static func outsideLoop(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "there is no loop around this", remedy: "use if and else instead")
  }

  static func injectionInside(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'injectCurrent' gives no value", remedy: "make it a statement of its own")
  }

  static func injectionInNeuron(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "only a current source can call 'injectCurrent'",
      remedy: "add to a variable, or use a current source")
  }
}
