import Diagnostics

extension Diagnostic {
  static func outsideLoop(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "there is no loop around this", remedy: "use if and else instead")
  }

  static func outputInside(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' can only stand alone",
      remedy: "make it a statement of its own")
  }

  static func functionElsewhere(_ name: String, _ places: String, at place: SourceLocation) -> Self
  {
    Diagnostic(
      .error, at: place, "'\(name)' is known only to \(places)",
      remedy: "move the call there, or change a variable instead")
  }

  static func noRandomNumbers(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "random numbers can't be drawn in this code",
      remedy: "draw them in a neuron's code or as a variable's initial value")
  }

  static func noSynapses(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'for_each_synapse' is not possible in this code",
      remedy: "use it in a custom connectivity update or in Toeplitz connectivity")
  }

  static func assignmentAsCondition(at place: SourceLocation) -> Self {
    Diagnostic(
      .warning, at: place, "this assigns, and its condition is the value assigned",
      remedy: "write == to compare")
  }

  static func emptyBody(at place: SourceLocation) -> Self {
    Diagnostic(
      .warning, at: place, "this 'if' does nothing", remedy: "remove the semicolon")
  }

  static func neverRuns(at place: SourceLocation) -> Self {
    Diagnostic(.warning, at: place, "this is never reached", remedy: "remove it")
  }

  static func namesItself(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' has no value yet where its first value is computed",
      remedy: "choose another name")
  }

  static func labelOutsideSwitch(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "this label is not directly inside of a 'switch'",
      remedy: "move it between the braces of 'switch'")
  }

  static func labelNotConstant(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the value of a 'case' must be a number that is written out",
      remedy: "use if and else instead")
  }

  static func labelTwice(_ label: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(label)' has a label in this 'switch' already", remedy: "remove one")
  }

  static func beforeLabels(at place: SourceLocation) -> Self {
    Diagnostic(
      .warning, at: place, "this is before the first label, so it never runs",
      remedy: "move it before the 'switch'")
  }

  static func declaredInSwitch(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "a later label would jump over this declaration",
      remedy: "put the statements of the label in braces")
  }

  static func orderIsOpen(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "C++ doesn't say in which order this changes and uses one variable",
      remedy: "make the change a statement of its own")
  }

  static func textOutsidePrint(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "text can only be what 'printf' prints", remedy: "remove it")
  }

  static func formatNeeded(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'printf' needs a text first",
      remedy: "write printf(\"V = %f\\n\", V)")
  }

  static func formatMismatch(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the values don't fit the '%' in this text",
      remedy: "write %d for integers, %f for real numbers, and one value for each")
  }
}
