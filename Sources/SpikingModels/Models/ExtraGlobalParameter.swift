/// An array that all neurons or synapses of a group share and that snippets read by index, such as
/// the spike times of a `SpikeSourceArray`.
///
/// Source: GeNN 5.4.0, `SET_EXTRA_GLOBAL_PARAMS`.
public struct ExtraGlobalParameter: Hashable, Sendable {
  /// A letter, then letters, digits and underscores.
  public var name: String
  /// The type of the elements, such as `scalar` or `uint32_t`.
  public var type: String
  /// What the array holds.
  public var values: [Double]
  /// For readers only (`ms`).
  public var unit: String?
  /// Where it was described.
  public var place: Place

  /// An array and what it holds.
  public init(
    _ name: String, _ values: [Double], type: String = "scalar", unit: String? = nil,
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    self.values = values
    self.type = type
    self.unit = unit
    self.place = Place(file: file, line: line, column: column)
  }
}
