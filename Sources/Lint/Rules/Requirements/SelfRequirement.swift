import Diagnostics
import RecipeModel

/// No package can ask for itself.
enum SelfRequirement: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.lines.compactMap { line in
        guard [.build, .host, .run].contains(line.section), line.name == output.name else {
          return nil
        }
        return .selfRequirement(output.name, list: line.list, at: line.location)
      }
    }
  }
}

extension Diagnostic {
  static func selfRequirement(
    _ name: String, list: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' asks for itself in \(list)",
      remedy: "leave the line out, or write RunExports for what others need with it")
  }
}
