import Diagnostics

extension Diagnostic {
  static func unknownName(_ name: String, suggestion: String?, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "nothing is named '\(name)' here",
      remedy: suggestion.map { "did you mean '\($0)'" }
        ?? "declare it as a parameter or variable of the model, or as a local")
  }

  static func unknownFunction(
    _ name: String, suggestion: String?, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "GeNN's language has no function '\(name)'",
      remedy: suggestion.map { "did you mean '\($0)'" } ?? "write out what it computes")
  }

  static func functionNotCalled(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' is a function", remedy: "call it, as in \(name)(x)")
  }

  static func calledNumber(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' is a number, but it is called like a function",
      remedy: "write '*' to multiply")
  }

  static func wrongArgumentCount(
    _ name: String, _ wanted: Int, _ found: Int, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place,
      "'\(name)' takes \(wanted) argument\(wanted == 1 ? "" : "s"), not \(found)",
      remedy: "give it \(wanted)")
  }

  static func integerFunction(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' is for integers in GeNN's language",
      remedy: "use \(name == "abs" ? "fabs" : "f" + name)")
  }

  static func integerNeeded(
    _ sign: String, _ type: NumericType, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(sign)' is for integers, and this is a \(type.rawValue)",
      remedy: sign == "%" ? "use fmod" : "use integers, or a cast such as (int)")
  }

  static func integerDivision(_ type: NumericType, at place: SourceLocation) -> Self {
    Diagnostic(
      .warning, at: place, "both sides are integers, so the division drops the fraction",
      remedy: "make one side real (2.0 instead of 2), unless that is meant")
  }

  static func divisionByZeroConstant(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "this divides an integer by zero", remedy: "divide by something else")
  }

  static func realOutOfRange(
    _ text: String, _ type: NumericType, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "\(text) is too large for \(type.rawValue)",
      remedy: "use a smaller number or double precision")
  }

  static func readOnly(
    _ name: String, _ reason: String, _ symbol: Symbol, at place: SourceLocation
  ) -> Self {
    let remedy: String
    switch symbol {
    case .parameter: remedy = "make '\(name)' a variable of the model"
    case .variable: remedy = "give '\(name)' the access .readWrite"
    case .local: remedy = "declare '\(name)' without const"
    default: remedy = "copy it into a local and change that"
    }
    return Diagnostic(
      .error, at: place, "'\(name)' can't be written: \(reason)", remedy: remedy)
  }

  static func declaredTwice(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place,
      "'\(name)' is declared already, and GeNN can't tell two locals of one name apart",
      remedy: "choose another name, or assign without a type")
  }

  static func functionNameTaken(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' is the name of a function", remedy: "choose another name")
  }

  static func declaredWithoutValue(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .warning, at: place, "'\(name)' has no value yet, which GeNN leaves to chance",
      remedy: "give it one, such as = 0")
  }

  static func valueUnused(at place: SourceLocation) -> Self {
    Diagnostic(
      .warning, at: place, "this computes a value that nobody uses",
      remedy: "assign it or remove it")
  }
}
