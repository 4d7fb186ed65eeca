/// What a neuron keeps and computes: parameters, variables and snippets in GeNN's language.
///
///     let leaky = NeuronModel("LeakyIntegrator") {
///       Parameter("tau", 20, unit: "ms")
///       Variable("V", 0, unit: "mV")
///       Simulation { "V += (-V + Isyn) * (dt / tau);" }
///       Threshold { "V >= 1.0" }
///       Reset { "V = 0.0;" }
///     }
///
/// In each step `Isyn` is the sum of what synapses and current sources inject; then `simulation` runs, and
/// where `threshold` holds afterwards, the neuron spikes and `reset` runs. Locals that `simulation`
/// declares stay visible in `threshold` and `reset`.
///
/// Source: GeNN 5.4.0, `NeuronModels::Base` and `NeuronUpdateGroupMerged::generateNeuronUpdate`.
public struct NeuronModel: Hashable, Sendable {
  /// For readers, and the class name in PyGeNN.
  public var name: String
  /// Read-only numbers of the population.
  public var parameters: [Parameter]
  /// Numbers computed from the parameters and `dt`.
  public var derivedParameters: [DerivedParameter]
  /// Numbers of each neuron.
  public var variables: [Variable]
  /// Arrays that the neurons share.
  public var extraGlobalParameters: [ExtraGlobalParameter]
  /// Sums of inputs besides `Isyn`.
  public var inputVariables: [InputVariable]
  /// Statements of one time step.
  public var simulation: Snippet
  /// The condition of a spike; a model without one never spikes.
  public var threshold: Snippet?
  /// Statements after a spike.
  public var reset: Snippet
  /// A spike also needs that the threshold condition did not hold before `simulation` ran.
  public var autoRefractory: Bool
  /// The model of GeNN's library with the same parameters, variables and arithmetic, if there is
  /// one: the PyGeNN program then runs both.
  public var builtIn: String?
  /// Where the model was described.
  public var place: Place

  /// A model made of `Parameter`, `DerivedParameter`, `Variable`, `ExtraGlobalParameter`,
  /// `InputVariable`, `Simulation`, `Threshold` and `Reset`.
  public init(
    _ name: String, autoRefractory: Bool = false, builtIn: String? = nil,
    file: String = #fileID, line: Int = #line, column: Int = #column,
    @NeuronModelBuilder content: () -> [NeuronModelPart]
  ) {
    self.name = name
    self.autoRefractory = autoRefractory
    self.builtIn = builtIn
    self.place = Place(file: file, line: line, column: column)
    parameters = []
    derivedParameters = []
    variables = []
    extraGlobalParameters = []
    inputVariables = []
    simulation = Snippet(parts: [])
    reset = Snippet(parts: [])
    for part in content() {
      switch part {
      case .parameter(let parameter): parameters.append(parameter)
      case .derivedParameter(let parameter): derivedParameters.append(parameter)
      case .variable(let variable): variables.append(variable)
      case .extraGlobalParameter(let parameter): extraGlobalParameters.append(parameter)
      case .inputVariable(let input): inputVariables.append(input)
      case .simulation(let code): simulation.parts += code.parts
      case .threshold(let code): threshold = Snippet(parts: (threshold?.parts ?? []) + code.parts)
      case .reset(let code): reset.parts += code.parts
      }
    }
  }
}
