import Diagnostics
import RecipeModel

/// `|| true` hides the failure that leaves a package half built.
enum IgnoredFailure: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.steps.compactMap { step in
        step.action.rawTexts.contains(where: isHiding) ? .ignoredFailure(at: step.location) : nil
      }
    }
  }

  private static func isHiding(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      return line.contains("set +e")
        || zip(words, words.dropFirst()).contains { first, second in
          first == "||" && ["true", ":", "exit", "ver>nul"].contains(second.lowercased())
            && !(second == "exit" && words.last != "0")
        }
    }
  }
}

extension Diagnostic {
  static func ignoredFailure(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "the script goes on when this fails",
      remedy: "leave out `|| true`, and test first what may be missing")
  }
}
