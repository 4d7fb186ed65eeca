/// What a variable starts from, as code that sets `value`; it runs once for each neuron or synapse.
///
///     let ramp = InitialValueModel("Ramp") {
///       Parameter("step", 0.5, unit: "mV")
///       Start { "value = -65.0 + (step * id) + gennrand_uniform();" }
///     }
///     Variable("V", .model(ramp))
///
/// Neurons are numbered by `id`, of `num_neurons`; synapses by `id_syn`, from `id_pre` of `num_pre` to
/// `id_post` of `num_post`. gennforge runs the code itself and hands the values to every engine.
///
/// Source: GeNN 5.4.0, `InitVarSnippet::Base`.
public struct InitialValueModel: Hashable, Sendable {
  /// For findings.
  public var name: String
  /// Read-only numbers.
  public var parameters: [Parameter]
  /// Numbers computed from the parameters and `dt`.
  public var derivedParameters: [DerivedParameter]
  /// Arrays that the code can read.
  public var extraGlobalParameters: [ExtraGlobalParameter]
  /// Statements that set `value`.
  public var start: Snippet
  /// Where the model was described.
  public var place: Place

  /// A model made of `Parameter`, `DerivedParameter`, `ExtraGlobalParameter` and `Start`.
  public init(
    _ name: String, file: String = #fileID, line: Int = #line, column: Int = #column,
    @InitialValueModelBuilder content: () -> [InitialValueModelPart]
  ) {
    self.name = name
    self.place = Place(file: file, line: line, column: column)
    parameters = []
    derivedParameters = []
    extraGlobalParameters = []
    start = Snippet(parts: [])
    for part in content() {
      switch part {
      case .parameter(let parameter): parameters.append(parameter)
      case .derivedParameter(let parameter): derivedParameters.append(parameter)
      case .extraGlobalParameter(let parameter): extraGlobalParameters.append(parameter)
      case .start(let code): start.parts += code.parts
      }
    }
  }
}

/// Statements that set `value`.
public struct Start: Hashable, Sendable {
  /// In GeNN's language.
  public var code: Snippet

  /// Code written as string literals.
  public init(@SnippetBuilder _ parts: () -> [Snippet.Part]) { code = Snippet(parts: parts()) }
}

/// What a model of initial values is made of.
public enum InitialValueModelPart: Hashable, Sendable {
  case parameter(Parameter)
  case derivedParameter(DerivedParameter)
  case extraGlobalParameter(ExtraGlobalParameter)
  case start(Snippet)
}

/// Lists the parts of a model of initial values.
@resultBuilder public enum InitialValueModelBuilder: ModelListBuilder {
  /// Parts are what a model is made of.
  public typealias Element = InitialValueModelPart

  /// One parameter.
  public static func buildExpression(_ part: Parameter) -> [Element] { [.parameter(part)] }

  /// One derived parameter.
  public static func buildExpression(_ part: DerivedParameter) -> [Element] {
    [.derivedParameter(part)]
  }

  /// One array.
  public static func buildExpression(_ part: ExtraGlobalParameter) -> [Element] {
    [.extraGlobalParameter(part)]
  }

  /// The code.
  public static func buildExpression(_ part: Start) -> [Element] { [.start(part.code)] }
}
