import RecipeModel

/// Lines of text, some of them for some builds.
@resultBuilder
public enum LinesBuilder: ListBuilder {
  /// A line, or a choice between lines.
  public typealias Element = Entry<String>

  /// A line. It may hold expressions of the recipe's, `${{ … }}`.
  public static func buildExpression(
    _ line: String, file: String = #fileID, line number: Int = #line, column: Int = #column
  ) -> [Element] {
    [.line(line, RecipePlace(file, number, column))]
  }
}

/// Lines for the builds where the condition holds.
public func when(
  _ condition: Condition, file: String = #fileID, line: Int = #line, column: Int = #column,
  @LinesBuilder _ then: () -> [Entry<String>],
  @LinesBuilder otherwise: () -> [Entry<String>] = { [] }
) -> Entry<String> {
  .choice(condition, RecipePlace(file, line, column), then: then(), otherwise: otherwise())
}
