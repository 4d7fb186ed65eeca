import Diagnostics
import RecipeModel

/// `CudaLibraryPath` is not `CUDA_LIBRARY_PATH`: variables are matched letter for letter on Unix.
enum MisspeltVariable: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.variableUses.compactMap { name, place in
        guard let meant = known[folded(name)], meant != name else { return nil }
        return .misspeltVariable(name, meant: meant, at: place ?? output.location)
      }
    }
  }

  /// What GeNN, the toolkits and compilers read.
  private static let known = Dictionary(
    uniqueKeysWithValues: [
      "CUDA_PATH", "CUDA_LIBRARY_PATH", "CUDA_HOME", "CUDA_ROOT", "HIP_PATH", "HIP_PLATFORM",
      "LD_LIBRARY_PATH", "CMAKE_ARGS", "CMAKE_PREFIX_PATH", "BUILD_PREFIX", "SP_DIR", "SRC_DIR",
      "RECIPE_DIR", "LIBRARY_PREFIX", "CXXFLAGS", "LDFLAGS",
    ].map { (folded($0), $0) })

  private static func folded(_ name: String) -> String {
    String(name.lowercased().filter { $0 != "_" })
  }
}

extension Diagnostic {
  static func misspeltVariable(
    _ name: String, meant: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "no program reads a variable '\(name)'",
      remedy: "did you mean '\(meant)'?")
  }
}
