/// A computation over variables of a population or projection that runs now and then instead of in
/// every step: an optimiser's step, a reset, a sum.
///
///     let gradientDescent = CustomUpdateModel("GradientDescent") {
///       Parameter("eta", 0.01)
///       VariableReference("gradient", access: .readWrite)
///       VariableReference("weight", access: .readWrite)
///       Simulation {
///         "weight -= eta * gradient;"
///         "gradient = 0.0;"
///       }
///     }
///
/// Source: GeNN 5.4.0, `CustomUpdateModels::Base`.
public struct CustomUpdateModel: Hashable, Sendable {
  /// For readers, and the class name in PyGeNN.
  public var name: String
  /// Read-only numbers.
  public var parameters: [Parameter]
  /// Numbers computed from the parameters and `dt`.
  public var derivedParameters: [DerivedParameter]
  /// Numbers of the update's own, one for each element that it visits.
  public var variables: [Variable]
  /// Variables of what is updated; `CustomUpdate` says which. `target` means nothing here.
  public var references: [VariableReference]
  /// Arrays that all elements share.
  public var extraGlobalParameters: [ExtraGlobalParameter]
  /// Statements for each element.
  public var update: Snippet
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
    // The words are those of a postsynaptic model.
    let model = PostsynapticModel(
      name, builtIn: builtIn, file: file, line: line, column: column, content: content)
    self.name = model.name
    self.builtIn = model.builtIn
    place = model.place
    parameters = model.parameters
    derivedParameters = model.derivedParameters
    variables = model.variables
    references = model.neuronReferences
    extraGlobalParameters = model.extraGlobalParameters
    update = model.simulation
  }
}
