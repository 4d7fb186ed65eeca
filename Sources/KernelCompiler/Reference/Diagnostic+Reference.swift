import Diagnostics

/// A neuron at a time, for findings about what it computed.
struct Moment: Sendable {
  var population: String
  var neuron: Int
  var step: Int
  var time: Value

  var description: String {
    "in neuron \(neuron) of '\(population)' at \(time) ms (step \(step))"
  }
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

  static func tooManyNeurons(_ count: Int, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "\(count) neurons are too many for the reference interpreter",
      remedy: "verify a smaller network of at most \(ReferenceEngine.mostNeurons) neurons")
  }
}
