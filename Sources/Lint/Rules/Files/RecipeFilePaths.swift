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
      if isGenerated(folded, outputs: recipe.outputs.map(\.name)) {
        return .generatedFile(path, at: file.location)
      }
      return nil
    }
  }

  /// What `KernelTests` writes.
  static let kernelTest = "test_kernels.py"

  private static func isGenerated(_ path: String, outputs: [String]) -> Bool {
    let fixed = [
      "recipe.yaml", "variants.yaml", "meta.yaml", "conda_build_config.yaml", "conda-forge.yml",
      "build.sh", "build.bat", "bld.bat", kernelTest,
    ]
    if fixed.contains(path) { return true }
    let moments = LinkScript.Moment.allCases.map(\.rawValue)
    return ([""] + outputs).contains { output in
      let stems =
        output.isEmpty
        ? moments : ["build-\(output)", "bld-\(output)"] + moments.map { "\(output)-\($0)" }
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
