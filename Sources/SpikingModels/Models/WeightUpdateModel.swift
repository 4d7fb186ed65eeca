/// What happens at a synapse: when a spike or an event arrives from either side, and in every step.
///
///     let depressing = WeightUpdateModel("Depressing") {
///       Parameter("factor", 0.9)
///       Variable("g", 0.5)
///       Code(.preSpikeSynapse) {
///         "addToPost(g);"
///         "g *= factor;"
///       }
///     }
///
/// Code of a synapse sees the variables of the synapse and of the neurons at both ends by their names;
/// code of a neuron sees that side's.
///
/// Source: GeNN 5.4.0, `WeightUpdateModels::Base`.
public struct WeightUpdateModel: Hashable, Sendable {
  /// When code runs; the raw values are PyGeNN's names.
  public enum Moment: String, Hashable, Sendable, CaseIterable {
    /// For each synapse of a neuron whose spike arrives.
    case preSpikeSynapse = "pre_spike_syn_code"
    /// For each synapse of a neuron whose event arrives.
    case preEventSynapse = "pre_event_syn_code"
    /// For each synapse onto a neuron that spiked.
    case postSpikeSynapse = "post_spike_syn_code"
    /// For each synapse onto a neuron that had an event.
    case postEventSynapse = "post_event_syn_code"
    /// For each synapse in every step.
    case synapseDynamics = "synapse_dynamics_code"
    /// A condition on the presynaptic neuron: where it holds, there is an event.
    case preEventThreshold = "pre_event_threshold_condition_code"
    /// A condition on the postsynaptic neuron: where it holds, there is an event.
    case postEventThreshold = "post_event_threshold_condition_code"
    /// For each presynaptic neuron that spikes, in the step of its spike.
    case preSpike = "pre_spike_code"
    /// For each postsynaptic neuron that spikes, in the step of its spike.
    case postSpike = "post_spike_code"
    /// For each presynaptic neuron in every step.
    case preDynamics = "pre_dynamics_code"
    /// For each postsynaptic neuron in every step.
    case postDynamics = "post_dynamics_code"
  }

  /// For readers, and the class name in PyGeNN.
  public var name: String
  /// Read-only numbers of the projection.
  public var parameters: [Parameter]
  /// Numbers computed from the parameters and `dt`.
  public var derivedParameters: [DerivedParameter]
  /// Numbers of each synapse.
  public var variables: [Variable]
  /// Numbers of each presynaptic neuron.
  public var preVariables: [Variable]
  /// Numbers of each postsynaptic neuron.
  public var postVariables: [Variable]
  /// Variables of the presynaptic neuron that snippets can name.
  public var preNeuronReferences: [VariableReference]
  /// Variables of the postsynaptic neuron that snippets can name.
  public var postNeuronReferences: [VariableReference]
  /// Variables of the postsynaptic model that snippets of the synapse can name.
  public var postsynapticReferences: [VariableReference]
  /// Arrays that all synapses share.
  public var extraGlobalParameters: [ExtraGlobalParameter]
  /// What runs when.
  public var code: [Moment: Snippet]
  /// The model of GeNN's library with the same parameters, variables and arithmetic, if there is
  /// one.
  public var builtIn: String?
  /// Where the model was described.
  public var place: Place

  /// A model made of `Parameter`, `DerivedParameter`, `Variable`, `ExtraGlobalParameter`, `Code`,
  /// and `Presynaptic` and `Postsynaptic` for what belongs to the neurons.
  public init(
    _ name: String, builtIn: String? = nil,
    file: String = #fileID, line: Int = #line, column: Int = #column,
    @WeightUpdateModelBuilder content: () -> [WeightUpdateModelPart]
  ) {
    self.name = name
    self.builtIn = builtIn
    self.place = Place(file: file, line: line, column: column)
    parameters = []
    derivedParameters = []
    variables = []
    preVariables = []
    postVariables = []
    preNeuronReferences = []
    postNeuronReferences = []
    postsynapticReferences = []
    extraGlobalParameters = []
    code = [:]
    for part in content() { add(part) }
  }

  private mutating func add(_ part: WeightUpdateModelPart) {
    switch part {
    case .parameter(let parameter): parameters.append(parameter)
    case .derivedParameter(let parameter): derivedParameters.append(parameter)
    case .variable(let variable): variables.append(variable)
    case .preVariable(let variable): preVariables.append(variable)
    case .postVariable(let variable): postVariables.append(variable)
    case .preNeuronReference(let reference): preNeuronReferences.append(reference)
    case .postNeuronReference(let reference): postNeuronReferences.append(reference)
    case .postsynapticReference(let reference): postsynapticReferences.append(reference)
    case .extraGlobalParameter(let parameter): extraGlobalParameters.append(parameter)
    case .code(let moment, let snippet):
      code[moment, default: Snippet(parts: [])].parts += snippet.parts
    }
  }
}
