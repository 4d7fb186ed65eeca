import Diagnostics
import RecipeModel

/// Folders and patches of a source lie beside the recipe, and are unpacked below the work folder.
enum SourcePaths: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.sources.flatMap { source -> [Diagnostic] in
      var paths = source.value.patches.guarded().map { ("patch", $0.value.value) }
      if case .path(let path) = source.value.origin { paths.append(("source", path.value)) }
      if let folder = source.value.folder { paths.append(("folder", folder)) }
      if let name = source.value.fileName { paths.append(("file", name)) }
      return paths.compactMap { what, path in
        recipe.plain(path).flatMap(FilePath.problem(in:)).map {
          .invalidSourcePath(path, what: what, $0, at: source.location)
        }
      }
    }
  }
}

extension Diagnostic {
  static func invalidSourcePath(
    _ path: String, what: String, _ problem: FilePath.Problem, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the \(what) '\(path)' \(problem.message)", remedy: problem.remedy)
  }
}
