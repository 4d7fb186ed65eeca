import Diagnostics

extension Diagnostic {
  static func badName(_ name: String, _ what: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' can't be the name of a \(what)",
      remedy: "use letters, digits and underscores")
  }

  static func unreadableName(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "no snippet could read the name '\(name)'",
      remedy: "begin with a letter, then use letters, digits and underscores")
  }

  static func reservedName(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' means something else in GeNN's language",
      remedy: "choose another name")
  }

  static func cxxKeyword(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' is a word of C++, which GeNN's generated code is written in",
      remedy: "choose another name")
  }

  static func nameTaken(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "something else is named '\(name)' already", remedy: "choose another name")
  }

  static func timeStepNotPositive(_ value: Double, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the time step is \(value) ms", remedy: "use a positive dt")
  }

  static func seedIsZero(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "with the seed 0 GeNN would choose another one for each run",
      remedy: "use any other number")
  }

  static func emptyNetwork(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the network '\(name)' has no populations", remedy: "add a Population")
  }

  static func badNeuronCount(
    _ count: Int, _ population: String, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "the population '\(population)' has \(count) neurons",
      remedy: "use a count from 1 to \(Int32.max)")
  }

  static func wrongValueCount(
    _ variable: String, _ found: Int, _ wanted: Int, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(variable)' has \(found) initial values for \(wanted) neurons",
      remedy: "give one value for each neuron")
  }

  static func notDrawnYet(_ variable: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(variable)' has random initial values, which no engine draws yet",
      remedy: "give a constant, or one value for each neuron")
  }

  static func numberNotFinite(
    _ name: String, _ value: Double, _ type: NumericType, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' is \(value), which \(type.rawValue) can't hold",
      remedy: "use a number within the type's range")
  }

  static func integerNotExact(
    _ name: String, _ number: Double, _ value: Value, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' would start from \(value) instead of \(number)",
      remedy: "use a number that its type and the network's precision can hold")
  }

  static func derivationFailed(
    _ name: String, _ reason: String, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' can't be computed: \(reason)", remedy: "change the expression")
  }
}
