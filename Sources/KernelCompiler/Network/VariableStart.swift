import SpikingModels

/// Random initial values: how they are drawn.
struct VariableStart: Hashable, Sendable {
  var values: InitialValues
  var seed: UInt32
  var group: Int
  /// The number of the variable in its group.
  var variable: Int
  var type: NumericType
  var scalar: NumericType
  /// In ms.
  var timeStep: Double

  /// The numbers of one element (a neuron, or a row of synapses), in order.
  func draw(_ count: Int, element: Int, _ body: (Double) -> Void) {
    var stream = RandomStream(
      seed: seed, group: group, element: element, time: UInt64(variable), purpose: .initialValues)
    for _ in 0..<count { body(draw(&stream)) }
  }

  private func draw(_ stream: inout RandomStream) -> Double {
    switch values {
    case .constant(let value): return value
    // The compiler has these in a list.
    case .values(let values): return values.first ?? 0
    case .model: return 0
    case .uniform(let min, let max): return min + (max - min) * stream.uniform(scalar)
    case .normal(let mean, let sd): return mean + sd * stream.normal(scalar)
    case .normalClipped(let mean, let sd, let min, let max):
      return clipped(mean, sd, min, max, &stream)
    case .normalClippedDelay(let mean, let sd, let min, let max):
      return (clipped(mean, sd, min, max, &stream) / timeStep).rounded(.toNearestOrEven)
    case .exponential(let lambda): return stream.exponential(scalar) / lambda
    case .gamma(let a, let b): return b * stream.gamma(shape: a, scalar)
    case .binomial(let n, let p):
      return Double(stream.binomial(trials: UInt32(n), probability: p, scalar))
    }
  }

  private func clipped(
    _ mean: Double, _ sd: Double, _ min: Double, _ max: Double, _ stream: inout RandomStream
  ) -> Double {
    while true {
      let value = mean + sd * stream.normal(scalar)
      if value >= min, value <= max { return value }
    }
  }
}
