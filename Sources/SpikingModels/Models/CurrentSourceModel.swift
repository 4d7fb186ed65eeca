/// What a current source injects, as a snippet that calls `injectCurrent(amount)`.
///
///     let ramp = CurrentSourceModel("Ramp", injection: Snippet { "injectCurrent(slope * t);" }) {
///       Parameter("slope", 0.1, unit: "nA/ms")
///     }
///
/// Source: GeNN 5.4.0, `CurrentSourceModels::Base`.
public struct CurrentSourceModel: Hashable, Sendable {
  /// For readers, and the class name in PyGeNN.
  public var name: String
  /// Read-only numbers of the source.
  public var parameters: [Parameter]
  /// Numbers computed from the parameters and `dt`.
  public var derivedParameters: [DerivedParameter]
  /// Numbers of each neuron.
  public var variables: [Variable]
  /// Variables of the neuron that the snippet can name.
  public var neuronReferences: [VariableReference]
  /// Arrays that all neurons share.
  public var extraGlobalParameters: [ExtraGlobalParameter]
  /// Statements of one time step; `injectCurrent` adds to the neuron's `Isyn`.
  public var injection: Snippet
  /// The model of GeNN's library with the same parameters, variables and arithmetic, if there is
  /// one.
  public var builtIn: String?
  /// Where the model was described.
  public var place: Place

  /// A model made of `Parameter`, `DerivedParameter`, `Variable`, `VariableReference` and
  /// `ExtraGlobalParameter`, and the snippet that uses them.
  public init(
    _ name: String, injection: Snippet, builtIn: String? = nil,
    file: String = #fileID, line: Int = #line, column: Int = #column,
    @CurrentSourceModelBuilder content: () -> [CurrentSourceModelPart] = { [] }
  ) {
    self.name = name
    self.injection = injection
    self.builtIn = builtIn
    self.place = Place(file: file, line: line, column: column)
    parameters = []
    derivedParameters = []
    variables = []
    neuronReferences = []
    extraGlobalParameters = []
    for part in content() {
      switch part {
      case .parameter(let parameter): parameters.append(parameter)
      case .derivedParameter(let parameter): derivedParameters.append(parameter)
      case .variable(let variable): variables.append(variable)
      case .neuronReference(let reference): neuronReferences.append(reference)
      case .extraGlobalParameter(let parameter): extraGlobalParameters.append(parameter)
      }
    }
  }
}

/// What a current source model is made of, besides its snippet.
public enum CurrentSourceModelPart: Hashable, Sendable {
  case parameter(Parameter)
  case derivedParameter(DerivedParameter)
  case variable(Variable)
  case neuronReference(VariableReference)
  case extraGlobalParameter(ExtraGlobalParameter)
}

/// Lists the parts of a current source model.
@resultBuilder public enum CurrentSourceModelBuilder: ModelListBuilder {
  /// Parts are what a model is made of.
  public typealias Element = CurrentSourceModelPart

  /// One parameter.
  public static func buildExpression(_ part: Parameter) -> [Element] { [.parameter(part)] }

  /// One variable.
  public static func buildExpression(_ part: Variable) -> [Element] { [.variable(part)] }

  /// One derived parameter.
  public static func buildExpression(_ part: DerivedParameter) -> [Element] {
    [.derivedParameter(part)]
  }

  /// One variable of the neuron.
  public static func buildExpression(_ part: VariableReference) -> [Element] {
    [.neuronReference(part)]
  }

  /// One array that all neurons share.
  public static func buildExpression(_ part: ExtraGlobalParameter) -> [Element] {
    [.extraGlobalParameter(part)]
  }
}
