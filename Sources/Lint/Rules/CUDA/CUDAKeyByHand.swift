import Diagnostics
import RecipeModel

/// Keys such as `cuda_version` of the recipe's own: conda-forge never sets them, and no migration
/// reaches them.
enum CUDAKeyByHand: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.recipe.variants.axes.flatMap { axis in
      axis.keys.compactMap { key in
        let name = key.name.lowercased()
        let isOwn = name.hasPrefix("cuda_") && !known.contains(key.name)
        return isOwn ? .cudaKeyByHand(key, at: axis.location ?? recipe.recipe.name.location) : nil
      }
    }
  }

  private static let known: Set<String> = [
    "cuda_compiler", "cuda_compiler_version", "cuda_compiler_version_min",
  ]
}

extension Diagnostic {
  static func cudaKeyByHand(_ key: VariantKey, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "conda-forge never sets '\(key)': the builds would stay with these versions",
      remedy: "write CUDAVersions(\"12.9\", on: .linux), and CUDA.version in conditions")
  }
}
