/// What a neuron model is made of.
public enum NeuronModelPart: Hashable, Sendable {
  case parameter(Parameter)
  case derivedParameter(DerivedParameter)
  case variable(Variable)
  case extraGlobalParameter(ExtraGlobalParameter)
  case inputVariable(InputVariable)
  case simulation(Snippet)
  case threshold(Snippet)
  case reset(Snippet)
}

/// The statements of one time step.
public struct Simulation: Hashable, Sendable {
  /// Statements in GeNN's language.
  public var code: Snippet

  /// Statements in GeNN's language.
  public init(@SnippetBuilder _ code: () -> [Snippet.Part]) { self.code = Snippet(parts: code()) }
}

/// The condition of a spike.
public struct Threshold: Hashable, Sendable {
  /// An expression in GeNN's language.
  public var code: Snippet

  /// An expression in GeNN's language.
  public init(@SnippetBuilder _ code: () -> [Snippet.Part]) { self.code = Snippet(parts: code()) }
}

/// The statements after a spike.
public struct Reset: Hashable, Sendable {
  /// Statements in GeNN's language.
  public var code: Snippet

  /// Statements in GeNN's language.
  public init(@SnippetBuilder _ code: () -> [Snippet.Part]) { self.code = Snippet(parts: code()) }
}

/// Lists the parts of a neuron model.
@resultBuilder public enum NeuronModelBuilder: ModelListBuilder {
  /// Parts are what a model is made of.
  public typealias Element = NeuronModelPart

  /// One parameter.
  public static func buildExpression(_ part: Parameter) -> [Element] { [.parameter(part)] }

  /// One derived parameter.
  public static func buildExpression(_ part: DerivedParameter) -> [Element] {
    [.derivedParameter(part)]
  }

  /// One variable.
  public static func buildExpression(_ part: Variable) -> [Element] { [.variable(part)] }

  /// One array that the neurons share.
  public static func buildExpression(_ part: ExtraGlobalParameter) -> [Element] {
    [.extraGlobalParameter(part)]
  }

  /// One more sum of inputs.
  public static func buildExpression(_ part: InputVariable) -> [Element] { [.inputVariable(part)] }

  /// The time step's statements.
  public static func buildExpression(_ part: Simulation) -> [Element] { [.simulation(part.code)] }

  /// The spike's condition.
  public static func buildExpression(_ part: Threshold) -> [Element] { [.threshold(part.code)] }

  /// The statements after a spike.
  public static func buildExpression(_ part: Reset) -> [Element] { [.reset(part.code)] }
}
