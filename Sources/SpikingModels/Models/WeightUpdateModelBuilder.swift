/// What a weight update model is made of.
public enum WeightUpdateModelPart: Hashable, Sendable {
  case parameter(Parameter)
  case derivedParameter(DerivedParameter)
  case variable(Variable)
  case preVariable(Variable)
  case postVariable(Variable)
  case preNeuronReference(VariableReference)
  case postNeuronReference(VariableReference)
  case postsynapticReference(VariableReference)
  case extraGlobalParameter(ExtraGlobalParameter)
  case code(WeightUpdateModel.Moment, Snippet)
}

/// Code of a weight update model, and when it runs.
///
///     Code(.preSpikeSynapse) { "addToPost(g);" }
public struct Code: Hashable, Sendable {
  /// When it runs.
  public var moment: WeightUpdateModel.Moment
  /// In GeNN's language.
  public var code: Snippet

  /// Code, and when it runs.
  public init(_ moment: WeightUpdateModel.Moment, @SnippetBuilder _ code: () -> [Snippet.Part]) {
    self.moment = moment
    self.code = Snippet(parts: code())
  }
}

/// What of a weight update model belongs to the presynaptic neurons.
///
///     Presynaptic(Variable("trace", 0))
///     Presynaptic(VariableReference("V"))
public struct Presynaptic: Hashable, Sendable {
  let part: WeightUpdateModelPart

  /// A number of each presynaptic neuron.
  public init(_ variable: Variable) { part = .preVariable(variable) }

  /// A variable of the presynaptic neurons' own model.
  public init(_ reference: VariableReference) { part = .preNeuronReference(reference) }
}

/// What of a weight update model belongs to the postsynaptic neurons.
///
///     Postsynaptic(Variable("trace", 0))
///     Postsynaptic(VariableReference("V"))
public struct Postsynaptic: Hashable, Sendable {
  let part: WeightUpdateModelPart

  /// A number of each postsynaptic neuron.
  public init(_ variable: Variable) { part = .postVariable(variable) }

  /// A variable of the postsynaptic neurons' own model.
  public init(_ reference: VariableReference) { part = .postNeuronReference(reference) }

  /// A variable of the projection's postsynaptic model.
  public init(model reference: VariableReference) { part = .postsynapticReference(reference) }
}

/// Lists the parts of a weight update model.
@resultBuilder public enum WeightUpdateModelBuilder: ModelListBuilder {
  /// Parts are what a model is made of.
  public typealias Element = WeightUpdateModelPart

  /// One parameter.
  public static func buildExpression(_ part: Parameter) -> [Element] { [.parameter(part)] }

  /// One derived parameter.
  public static func buildExpression(_ part: DerivedParameter) -> [Element] {
    [.derivedParameter(part)]
  }

  /// One variable of each synapse.
  public static func buildExpression(_ part: Variable) -> [Element] { [.variable(part)] }

  /// Something of the presynaptic neurons.
  public static func buildExpression(_ part: Presynaptic) -> [Element] { [part.part] }

  /// Something of the postsynaptic neurons.
  public static func buildExpression(_ part: Postsynaptic) -> [Element] { [part.part] }

  /// One array that all synapses share.
  public static func buildExpression(_ part: ExtraGlobalParameter) -> [Element] {
    [.extraGlobalParameter(part)]
  }

  /// Code, and when it runs.
  public static func buildExpression(_ part: Code) -> [Element] { [.code(part.moment, part.code)] }
}
