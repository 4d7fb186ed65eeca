/// A current that is injected into every neuron of a population, in every step.
///
/// Source: GeNN 5.4.0, `GeNNModel.add_current_source`.
public struct CurrentSource: Hashable, Sendable {
  /// Unique in its population; the engines put the population's name in front.
  public var name: String
  /// What is injected.
  public var model: CurrentSourceModel
  /// Where the source was described.
  public var place: Place

  /// A current source of any model.
  public init(
    _ name: String, model: CurrentSourceModel,
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    self.model = model
    self.place = Place(file: file, line: line, column: column)
  }
}

/// A constant current for every neuron of a population, or one value a neuron.
///
///     DirectCurrent(10)                  // the same for all
///     DirectCurrent(each: [0.5, 1, 2])   // neuron 0 gets 0.5, neuron 1 gets 1 ...
///
/// The unit is that of the neuron model's `Isyn` (nA for GeNN's `LIF`; the Izhikevich model has
/// none).
public struct DirectCurrent: Hashable, Sendable {
  /// The source that the population gets.
  public var source: CurrentSource

  /// The same current for every neuron.
  public init(
    _ amplitude: Double, named name: String = "current",
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    source = CurrentSource(
      name, model: .dc(amplitude: amplitude), file: file, line: line, column: column)
  }

  /// One current a neuron; there must be as many as the population has neurons.
  public init(
    each amplitudes: [Double], named name: String = "current",
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    source = CurrentSource(
      name, model: .dc(amplitudes: amplitudes), file: file, line: line, column: column)
  }
}
