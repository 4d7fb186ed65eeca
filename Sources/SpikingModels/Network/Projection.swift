/// Synapses from one population to another (or to itself) that share their models.
///
///     Projection(
///       "input", from: "poisson", to: "neurons", connectivity: .fixedProbability(0.1),
///       weights: .staticPulse(0.5), postsynaptic: .exponentialCurrent(timeConstant: 5))
///
/// A spike in step n is seen by the synapses in step n + 1 + the axonal delay, and what they add by
/// `addToPost` goes into the postsynaptic neuron's update of that same step.
///
/// Source: GeNN 5.4.0, `GeNNModel.add_synapse_population`.
public struct Projection: Hashable, Sendable {
  /// Letters, digits and underscores; unique in its network.
  public var name: String
  /// The presynaptic population's name.
  public var source: String
  /// The postsynaptic population's name.
  public var target: String
  /// Which neurons are connected.
  public var connectivity: Connectivity
  /// How the synapses are kept; engines give the same results for each.
  public var storage: Connectivity.Storage
  /// What happens at a synapse.
  public var weights: WeightUpdateModel
  /// How the sum of inputs becomes a current.
  public var postsynaptic: PostsynapticModel
  /// From the presynaptic neuron to its synapses.
  public var axonalDelay: Delay
  /// From the postsynaptic neuron back to its synapses.
  public var backPropagationDelay: Delay
  /// How many slots the dendrite's ring has: `addToPostDelay(x, d)` needs d below it. Needed by
  /// models that call `addToPostDelay`.
  public var mostDendriticSteps: Int?
  /// The input of the postsynaptic neuron that the currents go to.
  public var targetInput: String
  /// The input of the presynaptic neuron that `addToPre` goes to.
  public var sourceInput: String
  /// Where the projection was described.
  public var place: Place

  /// Synapses from the population named `source` to the one named `target`.
  public init(
    _ name: String, from source: String, to target: String, connectivity: Connectivity,
    storage: Connectivity.Storage = .automatic, weights: WeightUpdateModel,
    postsynaptic: PostsynapticModel, axonalDelay: Delay = .none,
    backPropagationDelay: Delay = .none, mostDendriticSteps: Int? = nil,
    targetInput: String = "Isyn", sourceInput: String = "Isyn",
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    self.source = source
    self.target = target
    self.connectivity = connectivity
    self.storage = storage
    self.weights = weights
    self.postsynaptic = postsynaptic
    self.axonalDelay = axonalDelay
    self.backPropagationDelay = backPropagationDelay
    self.mostDendriticSteps = mostDendriticSteps
    self.targetInput = targetInput
    self.sourceInput = sourceInput
    self.place = Place(file: file, line: line, column: column)
  }
}
