import Diagnostics
import RecipeModel

/// `setup.py install` leaves no metadata that pip understands, and setuptools is about to drop it.
enum SetupInstall: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.steps.compactMap { step in
        isSetupInstall(step.action) ? .setupInstall(at: step.location) : nil
      }
    }
  }

  private static func isSetupInstall(_ action: ScriptStep.Action) -> Bool {
    if case .run(let program, let arguments) = action {
      return isSetupInstall(([program] + arguments).map { $0.literalText ?? "python" })
    }
    return action.rawTexts.contains { text in
      text.split(whereSeparator: \.isNewline).contains { line in
        isSetupInstall(line.split(whereSeparator: \.isWhitespace).map(String.init))
      }
    }
  }

  /// `"$PYTHON" setup.py build install --record=record.txt`
  private static func isSetupInstall(_ words: [String]) -> Bool {
    guard let script = words.firstIndex(where: { $0.filter { $0 != "\"" }.hasSuffix("setup.py") })
    else { return false }
    return words[(script + 1)...].contains { $0 == "install" || $0 == "develop" }
  }
}

extension Diagnostic {
  static func setupInstall(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "`setup.py install` is deprecated, and leaves nothing that `pip check` can see",
      remedy: "write PipInstall()")
  }
}
