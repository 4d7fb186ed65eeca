/// A number that every neuron (or every synapse) has for itself and that snippets read and write by name.
public struct Variable: Hashable, Sendable {
  /// Whether snippets may write it.
  public enum Access: String, Hashable, Sendable {
    case readWrite
    /// Set at the start and never written, such as a parameter that differs between neurons.
    case readOnly
  }

  /// A letter, then letters, digits and underscores.
  public var name: String
  /// A type of the snippet language, such as `scalar` or `int`.
  public var type: String
  /// Whether snippets may write it.
  public var access: Access
  /// What it starts from.
  public var initial: InitialValues
  /// For readers only (`mV`, `ms`).
  public var unit: String?
  /// Where the variable was described.
  public var place: Place

  /// A variable and the values that it starts from.
  public init(
    _ name: String, _ initial: InitialValues, type: String = "scalar", access: Access = .readWrite,
    unit: String? = nil, file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    self.type = type
    self.access = access
    self.initial = initial
    self.unit = unit
    self.place = Place(file: file, line: line, column: column)
  }
}
