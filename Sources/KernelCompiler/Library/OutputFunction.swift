/// A function of GeNN's own that does something outside of the code that calls it, and gives no
/// value.
package enum OutputFunction: Hashable, Sendable {
  /// `addToPost(x)` of a synapse.
  case addToPost
  /// `addToPostDelay(x, steps)` of a synapse.
  case addToPostDelay
  /// `addToPre(x)` of a synapse.
  case addToPre
  /// `atomic_add_NAME(x)`: adds to a weight that several synapses share.
  case atomicAdd(Int)
  /// `addSynapse(id, …)` while connectivity is built.
  case addSynapse
  /// `add_synapse(id, …)` of a custom connectivity update.
  case insertSynapse
  /// `remove_synapse()` of a custom connectivity update.
  case removeSynapse
  /// `allocateNAME(count)` on the host.
  case allocate(Int)
  /// `pushNAME(count)` on the host.
  case push(Int)
  /// `pullNAME(count)` on the host.
  case pull(Int)
  /// `pushNAMEToDevice(…)` or `pullNAMEFromDevice(…)` of something that is no array.
  case transfer(String)
}

/// A random number.
///
/// Source: GeNN 5.4.0, `standardLibrary.cc`.
package enum RandomFunction: String, Hashable, Sendable, CaseIterable {
  /// Evenly over all `uint32_t`.
  case integer = "gennrand"
  /// Evenly in (0, 1].
  case uniform = "gennrand_uniform"
  /// With mean 0 and standard deviation 1.
  case normal = "gennrand_normal"
  /// With mean 1.
  case exponential = "gennrand_exponential"
  /// Whose logarithm has the given mean and standard deviation.
  case logNormal = "gennrand_log_normal"
  /// With the given shape and scale 1.
  case gamma = "gennrand_gamma"
  /// How many of so many trials succeed with the given probability.
  case binomial = "gennrand_binomial"

  /// How many random words it takes; nil where that depends on them.
  func wordCount(_ scalar: NumericType) -> Int? {
    let each = scalar == .float ? 1 : 2
    switch self {
    case .integer: return 1
    case .uniform, .exponential: return each
    case .normal, .logNormal: return 2 * each
    case .gamma, .binomial: return nil
    }
  }

  func arguments(_ scalar: NumericType) -> [NumericType] {
    switch self {
    case .integer, .uniform, .normal, .exponential: []
    case .logNormal: [scalar, scalar]
    case .gamma: [scalar]
    case .binomial: [.uint32, scalar]
    }
  }

  func result(_ scalar: NumericType) -> NumericType {
    self == .integer || self == .binomial ? .uint32 : scalar
  }
}
