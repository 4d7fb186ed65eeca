import Diagnostics
import RecipeModel

/// conda-forge gives CUDA variants only to recipes with `compiler('cuda')`: the toolkit's pieces
/// alone stay what they are when the pinning moves on.
enum CUDAWithoutCompiler: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.compactMap { output in
      let compiled = output.union(
        output.lines(.build).filter { $0.requirement == .compiler("cuda") })
      let line = output.lines.first { line in
        guard line.section == .build || line.section == .host, let name = line.name else {
          return false
        }
        return pieces.contains(name) && !(line.builds - compiled).isEmpty
      }
      return line.map { .cudaWithoutCompiler($0.name ?? "", at: $0.location) }
    }
  }

  private static let pieces = Set(
    CUDAPart.allCases.map(\.developmentPackage) + [
      "cuda-version", "cuda-nvcc-impl", "cuda-nvcc-tools",
    ])
}

extension Diagnostic {
  static func cudaWithoutCompiler(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' is a piece of CUDA in builds that have no CUDA compiler",
      remedy: "write CUDA.toolkit(host:run:) instead, which brings the compiler, too")
  }
}
