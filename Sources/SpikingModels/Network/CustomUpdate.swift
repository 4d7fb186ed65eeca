/// A custom update model applied to a population or a projection, every so many steps.
///
///     CustomUpdate(
///       "learn", model: .gradientDescent(), every: 100,
///       references: ["gradient": .synapse("input", "dw"), "weight": .synapse("input", "g")])
///
/// It runs after a step whose number, counted from 1, is a multiple of `interval`; updates of the
/// same step run in the order of the description.
///
/// Source: GeNN 5.4.0, `GeNNModel.add_custom_update` and `GeNNModel.custom_update`.
public struct CustomUpdate: Hashable, Sendable {
  /// A variable that a reference stands for. All of one update have one population's neurons or one
  /// projection's synapses.
  public enum Target: Hashable, Sendable {
    /// A population's variable.
    case neuron(String, String)
    /// A synapse's variable.
    case synapse(String, String)
    /// A synapse's variable, whose new values are also written into a variable of another
    /// projection, which leads back between the same populations: the synapse from i to j there is
    /// the one from j to i here. Both are dense.
    case transposed(String, String, into: String, String)
    /// A variable of a projection's postsynaptic model.
    case postsynaptic(String, String)
    /// A presynaptic variable of a projection's weight update model.
    case presynapticWeight(String, String)
    /// A postsynaptic variable of a projection's weight update model.
    case postsynapticWeight(String, String)
  }

  /// Letters, digits and underscores; unique in its network.
  public var name: String
  /// What is computed.
  public var model: CustomUpdateModel
  /// In steps.
  public var interval: Int
  /// The model's references by name.
  public var references: [String: Target]
  /// Where the update was described.
  public var place: Place

  /// A model, how often it runs, and what its references stand for.
  public init(
    _ name: String, model: CustomUpdateModel, every interval: Int, references: [String: Target],
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    self.model = model
    self.interval = interval
    self.references = references
    self.place = Place(file: file, line: line, column: column)
  }
}
