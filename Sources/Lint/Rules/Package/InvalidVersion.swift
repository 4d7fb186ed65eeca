import Conda
import Diagnostics
import RecipeModel

/// A package's version is one that every tool reads, and that can stand in a file's name.
enum InvalidVersion: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let versions = [recipe.recipe.version] + recipe.recipe.outputs.compactMap(\.version)
    return versions.flatMap { version -> [Diagnostic] in
      guard let text = recipe.plain(version.value) else { return [] }
      for dialect in recipe.dialects {
        do throws(VersionError) {
          _ = try Version(text, dialect: dialect)
        } catch {
          return [
            .invalidVersion(text, error.message, error.remedy, at: version.location)
          ]
        }
      }
      if text.contains("-") {
        let better = String(text.map { $0 == "-" ? "_" : $0 })
        return [
          .invalidVersion(
            text, "'-' separates the parts of a package's file name", "write '\(better)'",
            at: version.location)
        ]
      }
      if text.allSatisfy({ $0 == "0" || $0 == "." }) {
        return [.placeholderVersion(text, at: version.location)]
      }
      return []
    }
  }
}

extension Diagnostic {
  static func invalidVersion(
    _ version: String, _ problem: String, _ remedy: String?, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(version)' is not a version for a package: \(problem)",
      remedy: remedy ?? "write a version such as 1.2.3")
  }

  static func placeholderVersion(_ version: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "the version '\(version)' says nothing: every release is newer",
      remedy: "write the version that the source has, as in version: \"5.4.0\"")
  }
}
