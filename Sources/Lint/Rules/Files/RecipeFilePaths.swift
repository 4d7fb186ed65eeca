import Diagnostics
import RecipeModel

/// The author's own files stay in the recipe's folder, and out of the way of the files that are
/// written there.
enum RecipeFilePaths: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    var seen: [String: SourceLocation?] = [:]
    return recipe.recipe.files.compactMap { file in
      let path = file.value.path
      if let problem = FilePath.problem(in: path) {
        return .invalidFilePath(path, problem, at: file.location)
      }
      // macOS and Windows don't tell `Test.py` from `test.py`.
      let folded = path.lowercased()
      if let first = seen.updateValue(file.location, forKey: folded) {
        return .duplicateFile(path, first: first, at: file.location)
      }
      if isGenerated(folded, recipe.recipe) {
        return .generatedFile(path, at: file.location)
      }
      return nil
    }
  }

  /// What `KernelTests` writes.
  static let kernelTest = "test_kernels.py"

  private static func isGenerated(_ path: String, _ recipe: Recipe) -> Bool {
    switch path {
    case "recipe.yaml", "meta.yaml", kernelTest: return true
    // The others are the author's own where the recipe says nothing that would stand in them.
    case "conda-forge.yml": return recipe.forge != ForgeConfiguration()
    case _ where RecipeFile.variantFiles.contains(path):
      return recipe.variants.axes.contains { $0.origin == .recipe }
    default: break
    }
    return recipe.outputs.contains { output in
      let name = output.name.value
      let builds = output.build.script == nil ? [] : ["build", "bld"]
      let links = output.linkScripts.isEmpty ? [] : LinkScript.Moment.allCases.map(\.rawValue)
      let stems = builds + links + builds.map { "\($0)-\(name)" } + links.map { "\(name)-\($0)" }
      return stems.contains { path == "\($0).sh" || path == "\($0).bat" }
    }
  }
}

extension Diagnostic {
  static func invalidFilePath(
    _ path: String, _ problem: FilePath.Problem, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(.error, at: place, "the file '\(path)' \(problem.message)", remedy: problem.remedy)
  }

  static func duplicateFile(
    _ path: String, first: SourceLocation?, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the recipe has two files '\(path)'", remedy: "rename one of them",
      notes: [Note("the first one is here", at: first)])
  }

  static func generatedFile(_ path: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(path)' is written from the recipe itself",
      remedy: "rename the file, or say what it does with Script, PostLink or Variants")
  }
}
