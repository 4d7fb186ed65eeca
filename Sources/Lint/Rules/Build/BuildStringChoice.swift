import Diagnostics
import RecipeModel

/// Each build has one string: two whose conditions overlap contradict each other, and a build that
/// none covers gets the tool's.
enum BuildStringChoice: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output -> [Diagnostic] in
      let strings = output.output.build.string.guarded().map { string in
        (
          place: string.value.location ?? output.location,
          builds: output.builds & recipe.matrix.builds(where: string.conditions)
        )
      }
      var findings: [Diagnostic] = []
      for (index, string) in strings.enumerated() {
        guard let other = strings[..<index].first(where: { $0.builds.intersects(string.builds) })
        else { continue }
        findings.append(.overlappingBuildStrings(first: other.place, at: string.place))
      }
      guard let last = strings.last else { return findings }
      let uncovered = strings.reduce(output.builds) { $0 - $1.builds }
      if let context = recipe.matrix.firstContext(in: uncovered) {
        let build = context.shortDescription(of: output.output.allKeys)
        findings.append(.buildWithoutString(build, at: last.place))
      }
      return findings
    }
  }
}

extension Diagnostic {
  static func overlappingBuildStrings(
    first: SourceLocation?, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "two build strings count for the same builds",
      remedy: "put one under `when(…)` and the other under its `otherwise:`",
      notes: [Note("the other one is here", at: first)])
  }

  static func buildWithoutString(_ build: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "no build string counts for \(build), where others have one",
      remedy: "add `otherwise: { BuildString(…) }` for the remaining builds")
  }
}
