/// A network, how long it runs, and what makes a run right.
public struct Experiment: Hashable, Sendable {
  /// What runs.
  public var network: Network
  /// How many steps of the network's `dt`.
  public var steps: Int
  /// What every engine's result must fulfil.
  public var criterion: Criterion
  /// What a reader should see in the result.
  public var shows: String
  /// Where the model and its numbers come from.
  public var source: String

  /// An experiment; its name is the network's.
  public init(
    _ network: Network, steps: Int, criterion: Criterion = .exact, shows: String, source: String
  ) {
    self.network = network
    self.steps = steps
    self.criterion = criterion
    self.shows = shows
    self.source = source
  }
}

/// What makes an engine's result right, compared with the reference.
public enum Criterion: String, Hashable, Sendable, Codable {
  /// Every spike at the same step in the same neuron, and every variable equal in the end, bit for
  /// bit.
  case exact
  /// Reference and C++ as with `exact`; GeNN, which draws other random numbers while it runs, must
  /// have the same rate in each population: the difference is no more than four standard errors,
  /// estimated from the rates in ten parts of each run (batch means).
  case rates
}
