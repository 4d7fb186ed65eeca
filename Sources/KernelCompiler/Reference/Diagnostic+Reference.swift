import Diagnostics

/// A neuron or synapse at a time, for findings about what it computed.
struct Moment: Sendable {
  /// Such as `neuron 3 of 'excitatory'`.
  var element: String
  var step: Int
  var time: Value

  var description: String { "in \(element) at \(time) ms (step \(step))" }
}

extension Diagnostic {
  static func undefinedResult(_ fault: Fault, _ moment: Moment, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "\(fault.message), \(moment.description)",
      remedy: "guard the operation, or use scalar instead of integers")
  }

  static func notFinite(
    _ variable: String, _ value: Value, _ moment: Moment, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(variable)' became \(value) \(moment.description)",
      remedy: "use a smaller dt, or look for a division by zero or an overflow")
  }

  static func tooLarge(_ count: Int, _ what: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "\(count) \(what) are too many for the reference interpreter",
      remedy: "use the C++ engine, or a network of at most \(ReferenceEngine.mostElements) \(what)")
  }
}
