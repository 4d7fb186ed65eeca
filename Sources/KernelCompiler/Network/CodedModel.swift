import SpikingModels

/// What all models have in common, however their snippets are called.
protocol CodedModel {
  var name: String { get }
  var parameters: [Parameter] { get }
  var derivedParameters: [DerivedParameter] { get }
  var variables: [Variable] { get }
  var extraGlobalParameters: [ExtraGlobalParameter] { get }
}

extension NeuronModel: CodedModel {}
extension CurrentSourceModel: CodedModel {}
extension PostsynapticModel: CodedModel {}
extension WeightUpdateModel: CodedModel {}
extension CustomUpdateModel: CodedModel {}

extension NetworkCompiler {
  /// Whether all that snippets of a model can name has a name of its own.
  mutating func checkNames(
    of model: some CodedModel, and others: [(name: String, place: Place)]
  ) {
    checkNames(
      model.parameters.map { ($0.name, $0.place) }
        + model.derivedParameters.map { ($0.name, $0.place) }
        + model.variables.map { ($0.name, $0.place) }
        + model.extraGlobalParameters.map { ($0.name, $0.place) } + others)
  }

  /// What the snippets of one use of a model see: parameters, own variables and arrays, in a group
  /// of its own.
  mutating func context(
    _ model: some CodedModel, and others: [(name: String, place: Place)], _ owner: Column.Owner,
    count: Int
  ) -> SnippetContext {
    checkNames(of: model, and: others)
    let group = nextGroup()
    let parameters =
      check(model.parameters) + derive(model.derivedParameters, model.parameters)
    let slots = model.variables.enumerated().map { number, variable in
      own(variable, number, owner, .elements(count), group)
    }
    return SnippetContext(
      group: group, title: model.name, parameters: parameters, slots: slots,
      arrays: check(model.extraGlobalParameters))
  }
}

extension VariableReference {
  var nameAndPlace: (name: String, place: Place) { (name, place) }
}
