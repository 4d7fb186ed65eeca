/// How the input that synapses have summed up for a neuron becomes its current: a snippet that runs
/// in every step before the neuron's own, and calls `injectCurrent(amount)`.
///
///     let decaying = PostsynapticModel("Decaying") {
///       Parameter("tau", 5, unit: "ms")
///       DerivedParameter("decay") { "exp(-dt / tau)" }
///       Simulation {
///         "injectCurrent(inSyn);"
///         "inSyn *= decay;"
///       }
///     }
///
/// `inSyn` is what arrived since it was last set to zero; the snippet may write it.
///
/// Source: GeNN 5.4.0, `PostsynapticModels::Base`.
public struct PostsynapticModel: Hashable, Sendable {
  /// For readers, and the class name in PyGeNN.
  public var name: String
  /// Read-only numbers of the projection.
  public var parameters: [Parameter]
  /// Numbers computed from the parameters and `dt`.
  public var derivedParameters: [DerivedParameter]
  /// Numbers of each postsynaptic neuron.
  public var variables: [Variable]
  /// Variables of the postsynaptic neuron that the snippet can name.
  public var neuronReferences: [VariableReference]
  /// Arrays that all neurons share.
  public var extraGlobalParameters: [ExtraGlobalParameter]
  /// Statements of one time step.
  public var simulation: Snippet
  /// The model of GeNN's library with the same parameters, variables and arithmetic, if there is
  /// one.
  public var builtIn: String?
  /// Where the model was described.
  public var place: Place

  /// A model made of `Parameter`, `DerivedParameter`, `Variable`, `VariableReference`,
  /// `ExtraGlobalParameter` and `Simulation`.
  public init(
    _ name: String, builtIn: String? = nil,
    file: String = #fileID, line: Int = #line, column: Int = #column,
    @PostsynapticModelBuilder content: () -> [PostsynapticModelPart]
  ) {
    self.name = name
    self.builtIn = builtIn
    self.place = Place(file: file, line: line, column: column)
    parameters = []
    derivedParameters = []
    variables = []
    neuronReferences = []
    extraGlobalParameters = []
    simulation = Snippet(parts: [])
    for part in content() {
      switch part {
      case .parameter(let parameter): parameters.append(parameter)
      case .derivedParameter(let parameter): derivedParameters.append(parameter)
      case .variable(let variable): variables.append(variable)
      case .neuronReference(let reference): neuronReferences.append(reference)
      case .extraGlobalParameter(let parameter): extraGlobalParameters.append(parameter)
      case .simulation(let code): simulation.parts += code.parts
      }
    }
  }
}

/// What a postsynaptic model is made of.
public enum PostsynapticModelPart: Hashable, Sendable {
  case parameter(Parameter)
  case derivedParameter(DerivedParameter)
  case variable(Variable)
  case neuronReference(VariableReference)
  case extraGlobalParameter(ExtraGlobalParameter)
  case simulation(Snippet)
}

/// Lists the parts of a postsynaptic model.
@resultBuilder public enum PostsynapticModelBuilder: ModelListBuilder {
  /// Parts are what a model is made of.
  public typealias Element = PostsynapticModelPart

  /// One parameter.
  public static func buildExpression(_ part: Parameter) -> [Element] { [.parameter(part)] }

  /// One derived parameter.
  public static func buildExpression(_ part: DerivedParameter) -> [Element] {
    [.derivedParameter(part)]
  }

  /// One variable.
  public static func buildExpression(_ part: Variable) -> [Element] { [.variable(part)] }

  /// One variable of the neuron.
  public static func buildExpression(_ part: VariableReference) -> [Element] {
    [.neuronReference(part)]
  }

  /// One array that all neurons share.
  public static func buildExpression(_ part: ExtraGlobalParameter) -> [Element] {
    [.extraGlobalParameter(part)]
  }

  /// The time step's statements.
  public static func buildExpression(_ part: Simulation) -> [Element] { [.simulation(part.code)] }
}
