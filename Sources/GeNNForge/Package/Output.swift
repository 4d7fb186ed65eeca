import Diagnostics

/// One package of a recipe that makes several.
///
///     Output("pygenn-cpu") {
///       Skip(.cuda)
///       RunRequirements { "pygenn ==\(.version) cpu_*" }
///     }
public struct Output: Sendable {
  var name: String
  var body: [OutputEntry]

  /// A package with the given name.
  public init(_ name: String, @OutputBuilder _ body: () -> [OutputEntry]) {
    self.name = name
    self.body = body()
  }
}

/// The body of an ``Output``.
@resultBuilder
public enum OutputBuilder: ListBuilder {
  /// A word, or a choice between words.
  public typealias Element = OutputEntry

  /// A word.
  public static func buildExpression(
    _ word: some OutputWord, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [OutputEntry] {
    [.word(word, RecipePlace(file, line, column))]
  }
}

/// Words of an output for the builds where the condition holds.
public func when(
  _ condition: Condition, file: String = #fileID, line: Int = #line, column: Int = #column,
  @OutputBuilder _ then: () -> [OutputEntry],
  @OutputBuilder otherwise: () -> [OutputEntry] = { [] }
) -> OutputEntry {
  .choice(condition, RecipePlace(file, line, column), then: then(), otherwise: otherwise())
}
