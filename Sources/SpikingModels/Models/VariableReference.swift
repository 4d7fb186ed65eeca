/// A name by which a model's snippets read or write a variable of the neurons, or of something else
/// that it is attached to.
///
///     VariableReference("V")               // the neuron's own V
///     VariableReference("x", to: "V")      // V, which the snippets call x
///
/// Source: GeNN 5.4.0, `SET_NEURON_VAR_REFS`, `SET_PRE_NEURON_VAR_REFS`, `SET_POST_NEURON_VAR_REFS`,
/// `SET_PSM_VAR_REFS`.
public struct VariableReference: Hashable, Sendable {
  /// What the snippets call it: a letter, then letters, digits and underscores.
  public var name: String
  /// The variable that is meant.
  public var target: String
  /// A type of the snippet language; the variable's.
  public var type: String
  /// Whether snippets may write it.
  public var access: Variable.Access
  /// Where the reference was described.
  public var place: Place

  /// A reference; to the variable of the same name if no other is given.
  public init(
    _ name: String, to target: String? = nil, type: String = "scalar",
    access: Variable.Access = .readOnly,
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    self.target = target ?? name
    self.type = type
    self.access = access
    self.place = Place(file: file, line: line, column: column)
  }
}
