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
  /// Numbers of each neuron.
  public var variables: [Variable]
  /// Statements of one time step; `injectCurrent` adds to the neuron's `Isyn`.
  public var injection: Snippet
  /// The model of GeNN's library with the same parameters, variables and arithmetic, if there is
  /// one.
  public var builtIn: String?
  /// Where the model was described.
  public var place: Place

  /// A model made of parameters and variables, and the snippet that uses them.
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
    variables = []
    for part in content() {
      switch part {
      case .parameter(let parameter): parameters.append(parameter)
      case .variable(let variable): variables.append(variable)
      }
    }
  }
}

/// What a current source model is made of, besides its snippet.
public enum CurrentSourceModelPart: Hashable, Sendable {
  case parameter(Parameter)
  case variable(Variable)
}

/// Lists the parameters and variables of a current source model.
@resultBuilder public enum CurrentSourceModelBuilder: ModelListBuilder {
  /// Parts are what a model is made of.
  public typealias Element = CurrentSourceModelPart

  /// One parameter.
  public static func buildExpression(_ part: Parameter) -> [Element] { [.parameter(part)] }

  /// One variable.
  public static func buildExpression(_ part: Variable) -> [Element] { [.variable(part)] }
}
