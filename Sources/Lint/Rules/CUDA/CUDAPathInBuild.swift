import Diagnostics
import RecipeModel

/// Headers and libraries of CUDA are in `host`; the build's prefix has the compiler alone.
enum CUDAPathInBuild: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.steps.compactMap { step in
        guard case .environment("CUDA_PATH", let value) = step.action,
          value.variables.contains(.buildPrefix) || value.variables.contains(.buildLibraryPrefix)
        else { return nil }
        return .cudaPathInBuild(at: step.location)
      }
    }
  }
}

extension Diagnostic {
  static func cudaPathInBuild(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "CUDA_PATH names the build's tools, and the toolkit's libraries are in host",
      remedy: "write CUDA.buildEnvironment(), which sets it and checks that cuda.h is there")
  }
}
