/// Which neurons are connected, as code that calls `addSynapse` for each synapse of a row or of a
/// column.
///
///     let neighbours = ConnectivityModel("Neighbours") {
///       RowBuild {
///         "if (id_pre > 0) { addSynapse(id_pre - 1); }"
///         "if (id_pre + 1 < num_post) { addSynapse(id_pre + 1); }"
///       }
///     }
///     Projection("ring", from: "a", to: "b", connectivity: .model(neighbours), …)
///
/// `RowBuild` runs for each presynaptic neuron `id_pre` and names postsynaptic ones, `ColumnBuild` for
/// each postsynaptic neuron `id_post` and names presynaptic ones. gennforge runs the code itself, as
/// one thread, and hands the synapses to every engine; those of a row are sorted.
///
/// Source: GeNN 5.4.0, `InitSparseConnectivitySnippet::Base`.
public struct ConnectivityModel: Hashable, Sendable {
  /// For findings.
  public var name: String
  /// Read-only numbers.
  public var parameters: [Parameter]
  /// Numbers computed from the parameters and `dt`.
  public var derivedParameters: [DerivedParameter]
  /// Arrays that the code can read.
  public var extraGlobalParameters: [ExtraGlobalParameter]
  /// Statements for each presynaptic neuron, if there are any.
  public var rowBuild: Snippet?
  /// Statements for each postsynaptic neuron, if there are any.
  public var columnBuild: Snippet?
  /// Where the model was described.
  public var place: Place

  /// A model made of `Parameter`, `DerivedParameter`, `ExtraGlobalParameter`, and either `RowBuild` or
  /// `ColumnBuild`.
  public init(
    _ name: String, file: String = #fileID, line: Int = #line, column: Int = #column,
    @ConnectivityModelBuilder content: () -> [ConnectivityModelPart]
  ) {
    self.name = name
    self.place = Place(file: file, line: line, column: column)
    parameters = []
    derivedParameters = []
    extraGlobalParameters = []
    for part in content() {
      switch part {
      case .parameter(let parameter): parameters.append(parameter)
      case .derivedParameter(let parameter): derivedParameters.append(parameter)
      case .extraGlobalParameter(let parameter): extraGlobalParameters.append(parameter)
      case .rowBuild(let code): rowBuild = Snippet(parts: (rowBuild?.parts ?? []) + code.parts)
      case .columnBuild(let code):
        columnBuild = Snippet(parts: (columnBuild?.parts ?? []) + code.parts)
      }
    }
  }
}

/// Statements that add the synapses of one presynaptic neuron.
public struct RowBuild: Hashable, Sendable {
  /// In GeNN's language.
  public var code: Snippet

  /// Code written as string literals.
  public init(@SnippetBuilder _ parts: () -> [Snippet.Part]) { code = Snippet(parts: parts()) }
}

/// Statements that add the synapses onto one postsynaptic neuron.
public struct ColumnBuild: Hashable, Sendable {
  /// In GeNN's language.
  public var code: Snippet

  /// Code written as string literals.
  public init(@SnippetBuilder _ parts: () -> [Snippet.Part]) { code = Snippet(parts: parts()) }
}

/// What a model of connectivity is made of.
public enum ConnectivityModelPart: Hashable, Sendable {
  case parameter(Parameter)
  case derivedParameter(DerivedParameter)
  case extraGlobalParameter(ExtraGlobalParameter)
  case rowBuild(Snippet)
  case columnBuild(Snippet)
}

/// Lists the parts of a model of connectivity.
@resultBuilder public enum ConnectivityModelBuilder: ModelListBuilder {
  /// Parts are what a model is made of.
  public typealias Element = ConnectivityModelPart

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

  /// Code for rows.
  public static func buildExpression(_ part: RowBuild) -> [Element] { [.rowBuild(part.code)] }

  /// Code for columns.
  public static func buildExpression(_ part: ColumnBuild) -> [Element] {
    [.columnBuild(part.code)]
  }
}
