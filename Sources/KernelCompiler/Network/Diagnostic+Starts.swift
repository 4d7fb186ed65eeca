import Diagnostics

extension Diagnostic {
  static func neverSetsValue(_ model: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the code of '\(model)' never sets a value",
      remedy: "assign to `value`, which the variable then starts from")
  }

  static func startNotFinite(
    _ variable: String, _ value: Value, _ element: String, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(variable)' starts from \(value) in \(element)",
      remedy: "look for a division by zero or an overflow in its code")
  }

  static func startFails(_ fault: Fault, _ element: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "\(fault.message), where \(element)",
      remedy: "guard the operation, or use scalar instead of integers")
  }

  static func oneBuildNeeded(_ model: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(model)' needs either rows or columns",
      remedy: "write one RowBuild or one ColumnBuild")
  }

  static func synapseOutside(
    _ model: String, _ end: Int, _ count: Int, _ isRow: Bool, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place,
      "'\(model)' adds a synapse \(isRow ? "to" : "from") neuron \(end) of \(count)",
      remedy: "add synapses below \(isRow ? "num_post" : "num_pre") only")
  }

  static func codeForKernel(_ projection: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the weights of '\(projection)' are a kernel's, which no code numbers",
      remedy: "list them as values, or draw them from a distribution")
  }

  static func tooManyForCode(_ what: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place,
      "this code would run for more than \(ReferenceEngine.mostElements) \(what), which takes too long",
      remedy: "use a built-in distribution or connectivity, or list what the code would give")
  }
}
