import Diagnostics
import RecipeModel

/// conda shows messages of link scripts alone.
enum MessagePlace: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.steps.compactMap { step in
        guard case .message = step.action, step.script == .build else { return nil }
        return .messageOutsideLinkScript(at: step.location)
      }
    }
  }
}

extension Diagnostic {
  static func messageOutsideLinkScript(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "only link scripts can leave a message for the user",
      remedy: "move it into a post-link script")
  }
}
