/// A number that a model's snippets can read by name, the same for all neurons of a population.
public struct Parameter: Hashable, Sendable {
  /// A letter, then letters, digits and underscores.
  public var name: String
  /// Rounded to the network's precision when the network is compiled.
  public var value: Double
  /// For readers only (`mV`, `ms`, `nF`).
  public var unit: String?
  /// Where the parameter was described.
  public var place: Place

  /// A parameter and its value.
  public init(
    _ name: String, _ value: Double, unit: String? = nil,
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.place = Place(file: file, line: line, column: column)
  }
}

/// A number that is computed once from the parameters and `dt`, in double precision.
///
///     DerivedParameter("ExpTC") { "exp(-dt / TauM)" }
///
/// Source: GeNN 5.4.0, `SET_DERIVED_PARAMS`; there it is a C++ or Python function, here a snippet,
/// so that a model stays a value that can be compared and printed.
public struct DerivedParameter: Hashable, Sendable {
  /// A letter, then letters, digits and underscores.
  public var name: String
  /// An expression over the parameters and `dt` (in ms).
  public var expression: Snippet
  /// Where it was described.
  public var place: Place

  /// A derived parameter and the expression that gives its value.
  public init(
    _ name: String, file: String = #fileID, line: Int = #line, column: Int = #column,
    @SnippetBuilder expression: () -> [Snippet.Part]
  ) {
    self.name = name
    self.expression = Snippet(parts: expression())
    self.place = Place(file: file, line: line, column: column)
  }
}
