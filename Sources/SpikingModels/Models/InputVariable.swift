/// A sum besides `Isyn` that synapses and current sources can add to, such as a dendrite's current.
///
/// Source: GeNN 5.4.0, `SET_ADDITIONAL_INPUT_VARS`.
public struct InputVariable: Hashable, Sendable {
  /// A letter, then letters, digits and underscores.
  public var name: String
  /// A type of the snippet language.
  public var type: String
  /// What the sum begins with in each step.
  public var start: Double
  /// Where it was described.
  public var place: Place

  /// A sum that begins with `start` in each step.
  public init(
    _ name: String, from start: Double = 0, type: String = "scalar",
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    self.type = type
    self.start = start
    self.place = Place(file: file, line: line, column: column)
  }
}
