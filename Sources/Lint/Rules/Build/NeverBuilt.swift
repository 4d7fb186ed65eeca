import Diagnostics
import RecipeModel

/// Skips that leave nothing over: no platform and no variant builds the package.
enum NeverBuilt: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    guard recipe.matrix.isWhole, !recipe.matrix.contexts.isEmpty else { return [] }
    return recipe.outputs.compactMap { output in
      guard output.builds.isEmpty, let skip = output.output.build.skip.last else { return nil }
      return .neverBuilt(output.name, at: skip.location ?? output.location)
    }
  }
}

extension Diagnostic {
  static func neverBuilt(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "with this no build of '\(output)' is left on any platform",
      remedy: "say Skip only of the builds that can't be made")
  }
}
