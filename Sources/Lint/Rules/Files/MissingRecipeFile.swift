import Diagnostics
import RecipeModel

/// Patches and files for tests have to be among the recipe's files.
enum MissingRecipeFile: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let files = recipe.recipe.files.map(\.value.path) + [RecipeFilePaths.kernelTest]
    var wanted: [(path: String, place: SourceLocation?)] = []
    for source in recipe.sources {
      wanted += source.value.patches.guarded().compactMap {
        // Other problems of a source's paths have a rule of their own.
        recipe.plain($0.value.value).flatMap(FilePath.problem(in:)) == nil
          ? ($0.value.value, $0.value.location ?? source.location) : nil
      }
    }
    for output in recipe.outputs {
      for test in output.output.tests.guarded() {
        guard case .commands(let commands) = test.value.value else { continue }
        wanted += commands.files.guarded().map {
          ($0.value.value, $0.value.location ?? test.value.location)
        }
      }
    }
    return wanted.compactMap { written, place in
      guard let text = recipe.plain(written) else { return nil }
      let path = FilePath.withoutSlash(text)
      let isThere = files.contains { $0 == path || $0.hasPrefix(path + "/") }
      let isPattern = path.contains("*") || path.contains("?")
      if isThere { return nil }
      if let problem = FilePath.problem(inPattern: path) {
        return .invalidFilePath(path, problem, at: place)
      }
      return isPattern
        ? nil : .missingRecipeFile(path, near: nearest(to: path, in: files), at: place)
    }
  }
}

extension Diagnostic {
  static func missingRecipeFile(
    _ path: String, near other: String?, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "the recipe has no file '\(path)'",
      remedy: other.map { "did you mean '\($0)'?" }
        ?? "add File(\"\(path)\", text: …) to the recipe")
  }
}
