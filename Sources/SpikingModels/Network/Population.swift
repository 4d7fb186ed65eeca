/// A group of neurons that share one model and its parameters.
///
///     Population("excitatory", count: 800, model: .lif(timeConstant: 20)) {
///       DirectCurrent(1.5)
///     }
///
/// Source: GeNN 5.4.0, `GeNNModel.add_neuron_population`.
public struct Population: Hashable, Sendable {
  /// Letters, digits and underscores; unique in its network.
  public var name: String
  /// How many neurons; their `id` counts from 0.
  public var count: Int
  /// What every neuron computes in a step.
  public var model: NeuronModel
  /// What feeds `Isyn`, in the order in which they are added up.
  public var currentSources: [CurrentSource]
  /// Where the population was described.
  public var place: Place

  /// A population whose current sources are listed in `content`.
  public init(
    _ name: String, count: Int, model: NeuronModel,
    file: String = #fileID, line: Int = #line, column: Int = #column,
    @PopulationBuilder content: () -> [CurrentSource] = { [] }
  ) {
    self.name = name
    self.count = count
    self.model = model
    self.currentSources = content()
    self.place = Place(file: file, line: line, column: column)
  }
}

/// Lists the current sources of a population.
@resultBuilder public enum PopulationBuilder: ModelListBuilder {
  /// Current sources are what a population holds besides its model.
  public typealias Element = CurrentSource

  /// One current source of any model.
  public static func buildExpression(_ source: CurrentSource) -> [CurrentSource] { [source] }

  /// One constant current.
  public static func buildExpression(_ current: DirectCurrent) -> [CurrentSource] {
    [current.source]
  }
}
