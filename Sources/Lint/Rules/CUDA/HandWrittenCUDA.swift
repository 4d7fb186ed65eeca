import Diagnostics
import RecipeModel

/// The toolkit's packages before CUDA 12, and metapackages that bring all of it: `CUDA.toolkit`
/// chooses the pieces, for each version as conda-forge packages it.
enum HandWrittenCUDA: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.lines.compactMap { line in
        guard !line.isDerived, line.section != .constraints, line.section != .ignoredExports,
          let name = line.name
        else { return nil }
        if metapackages.contains(name) { return .cudaMetapackage(name, at: line.location) }
        return monolithic.contains(name) ? .cudaToolkitByHand(name, at: line.location) : nil
      }
    }
  }

  private static let metapackages: Set<String> = [
    "cuda", "cuda-toolkit", "cuda-libraries", "cuda-libraries-dev", "cuda-libraries-static",
    "cuda-runtime", "cuda-tools", "cuda-command-line-tools", "cuda-visual-tools", "cuda-compiler",
    "cuda-minimal-build", "cuda-driver",
  ]

  private static let monolithic: Set<String> = [
    "cudatoolkit", "cudatoolkit-dev", "nvcc_linux-64", "nvcc_linux-aarch64", "nvcc_win-64",
    "cuda-nvcc_linux-64", "cuda-nvcc_linux-aarch64", "cuda-nvcc_win-64",
  ]
}

extension Diagnostic {
  static func cudaMetapackage(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' brings all of a toolkit, several gigabytes of it",
      remedy: "write CUDA.toolkit(host:run:) with the pieces that are needed, such as .curand")
  }

  static func cudaToolkitByHand(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' fits only some versions of CUDA, and no migration changes it",
      remedy: "write CUDA.toolkit(host:run:), which chooses packages by the variant's version")
  }
}
