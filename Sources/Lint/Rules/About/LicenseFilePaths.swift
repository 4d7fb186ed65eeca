import Diagnostics
import RecipeModel

/// Licence files lie in the source or beside the recipe.
enum LicenseFilePaths: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let abouts = [recipe.recipe.about] + recipe.recipe.outputs.map(\.about)
    return abouts.flatMap(\.licenseFiles).compactMap { file in
      guard !file.value.allSatisfy(\.isWhitespace), let text = recipe.plain(file.value) else {
        return nil
      }
      return FilePath.problem(inPattern: FilePath.withoutSlash(text)).map {
        .invalidLicenseFile(file.value, $0, at: file.location)
      }
    }
  }
}

extension Diagnostic {
  static func invalidLicenseFile(
    _ path: String, _ problem: FilePath.Problem, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the licence file '\(path)' \(problem.message)", remedy: problem.remedy)
  }
}
