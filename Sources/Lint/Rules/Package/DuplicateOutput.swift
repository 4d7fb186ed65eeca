import Diagnostics
import RecipeModel

/// Two outputs can't have one name: build tools refuse that, or let one overwrite the other.
enum DuplicateOutput: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    var first: [String: SourceLocation?] = [:]
    return recipe.outputs.compactMap { output in
      if let earlier = first[output.name] {
        return .duplicateOutput(output.name, first: earlier, at: output.location)
      }
      first[output.name] = .some(output.location)
      return nil
    }
  }
}

extension Diagnostic {
  static func duplicateOutput(
    _ name: String, first: SourceLocation?, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "two outputs are named '\(name)'",
      remedy: "write one Output(\"\(name)\") and say what differs under `when`, or rename one",
      notes: [Note("the first one is here", at: first)])
  }
}
