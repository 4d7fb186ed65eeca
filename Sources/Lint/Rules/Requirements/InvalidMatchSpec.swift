import Conda
import Diagnostics
import RecipeModel

/// A requirement reads `name`, `name version` or `name version build`, with single spaces.
///
/// conda-build is lenient and rattler-build strict: the strictest of those that read it decides.
enum InvalidMatchSpec: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.lines.compactMap { line in
        guard let spec = line.spec, !line.isDerived else { return nil }
        let resolved = recipe.resolved(spec, of: output.output, in: line.builds)
        guard let text = recipe.plain(resolved) else { return nil }
        return finding(text, written: spec.literal, recipe.dialects, at: line.location)
      }
    }
  }

  private static func finding(
    _ text: String, written: String?, _ dialects: [Dialect], at place: SourceLocation?
  ) -> Diagnostic? {
    let nearest = written.flatMap(MatchSpecRepair.repaired)
    if text.contains("#") {
      return .invalidMatchSpec(
        text, "'#' begins a comment", nearest: nil,
        remedy: "leave the comment out; what is for some builds stands under when(…)", at: place)
    }
    if text.contains(":"), !text.contains("[") {
      return .invalidMatchSpec(
        text, "a recipe can't choose the channel", nearest: nil,
        remedy: "write the name without anything before it", at: place)
    }
    for dialect in dialects {
      do throws(MatchSpecError) {
        let spec = try MatchSpec(text, dialect: dialect)
        if let problem = nameProblem(spec) {
          return .invalidMatchSpec(
            text, problem.message, nearest: nil, remedy: problem.remedy, at: place)
        }
      } catch {
        return .invalidMatchSpec(
          text, error.message, nearest: nearest == text ? nil : nearest, remedy: error.remedy,
          at: place)
      }
    }
    guard let written else { return nil }
    let tidy = MatchSpecRepair.tidied(written)
    return tidy == written ? nil : .untidyMatchSpec(written, tidy: tidy, at: place)
  }

  /// Specs may name packages that can't exist, such as `-x`.
  private static func nameProblem(_ spec: MatchSpec) -> PackageNameError? {
    guard let name = spec.name?.exact else { return nil }
    do throws(PackageNameError) {
      _ = try PackageName(name.lowercased())
      return nil
    } catch { return error }
  }
}

extension Diagnostic {
  static func invalidMatchSpec(
    _ text: String, _ problem: String, nearest: String?, remedy: String?,
    at place: SourceLocation?
  ) -> Diagnostic {
    let written = nearest.map { "write \"\($0)\"" }
    return Diagnostic(
      .error, at: place, "'\(text)' is not a match spec: \(problem)",
      remedy: [written, nearest == nil ? remedy : nil].compactMap { $0 }.first
        ?? "write 'name version build', as in \"numpy >=2,<3\"")
  }

  static func untidyMatchSpec(
    _ text: String, tidy: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "conda-forge's linter refuses '\(text)' for how it is spaced or spelt",
      remedy: "write \"\(tidy)\"")
  }
}
