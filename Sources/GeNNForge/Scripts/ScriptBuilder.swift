import RecipeModel

/// What can stand in a script.
public protocol ScriptWord: Sendable {
  /// The step that the word stands for.
  var step: ScriptLine { get }
}

/// One step of a script, the same in every shell. A step that fails ends the script with an error.
public struct ScriptLine: Hashable, Sendable {
  var action: ScriptStep.Action
}

/// The body of ``Script`` and of link scripts.
@resultBuilder
public enum ScriptBuilder: ListBuilder {
  /// A step, or a choice between steps.
  public typealias Element = Entry<ScriptLine>

  /// A step.
  public static func buildExpression(
    _ word: some ScriptWord, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Element] {
    [.line(word.step, RecipePlace(file, line, column))]
  }
}

/// Steps for the builds where the condition holds.
public func when(
  _ condition: Condition, file: String = #fileID, line: Int = #line, column: Int = #column,
  @ScriptBuilder _ then: () -> [Entry<ScriptLine>],
  @ScriptBuilder otherwise: () -> [Entry<ScriptLine>] = { [] }
) -> Entry<ScriptLine> {
  .choice(condition, RecipePlace(file, line, column), then: then(), otherwise: otherwise())
}

extension [Entry<ScriptLine>] {
  var steps: [ScriptStep] {
    map { entry in
      switch entry {
      case .line(let line, let place): ScriptStep(line.action, at: place.location)
      case .choice(let condition, let place, let then, let otherwise):
        .when(condition.model, then.steps, else: otherwise.steps, at: place.location)
      }
    }
  }
}
