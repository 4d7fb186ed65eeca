import Conda
import Diagnostics
import RecipeModel

/// A build string holds the hash, which sets variants apart, and the build number.
enum BuildStringParts: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.output.build.string.guarded().flatMap { string -> [Diagnostic] in
        let text = string.value.value
        let place = string.value.location ?? output.location
        var findings: [Diagnostic] = []
        if !text.references.contains(.hash) { findings.append(.buildStringWithoutHash(at: place)) }
        if !text.references.contains(.buildNumber) {
          findings.append(.buildStringWithoutNumber(at: place))
        }
        let builds = output.builds & recipe.matrix.builds(where: string.conditions)
        guard let resolved = recipe.plain(recipe.resolved(text, of: output.output, in: builds))
        else { return findings }
        do throws(BuildStringError) {
          _ = try BuildString(resolved)
        } catch {
          findings.append(
            .invalidBuildString(resolved, error.message, remedy: error.remedy, at: place))
        }
        return findings
      }
    }
  }
}

extension Diagnostic {
  static func buildStringWithoutHash(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "without the hash, builds of two variants can have the same string",
      remedy: "write h\\(.hash) into it, as in \"cpu_h\\(.hash)_\\(.buildNumber)\"")
  }

  static func buildStringWithoutNumber(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "without the build number, a rebuild has the same string as the build before",
      remedy: "end it with _\\(.buildNumber)")
  }

  static func invalidBuildString(
    _ text: String, _ problem: String, remedy: String?, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "builds would have the string '\(text)': \(problem)",
      remedy: remedy.map { "\($0); \\(.digits(of:)) leaves out what isn't a digit" }
        ?? "use letters, digits, '_', '.' and '+'")
  }
}
