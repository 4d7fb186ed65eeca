import Diagnostics
import RecipeModel

/// Keys that conda-forge sets, or that mean nothing to any tool: a recipe's own values freeze them
/// or are idle.
enum PinnedKey: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.recipe.variants.axes.flatMap { axis in
      axis.keys.compactMap { key in
        let place = axis.location ?? recipe.recipe.name.location
        if let word = replacements[key.name.lowercased()] {
          return .idleVariantKey(key, instead: word, at: place)
        }
        return pinned.contains(key.name) ? .frozenVariantKey(key, at: place) : nil
      }
    }
  }

  /// What no tool reads, and what does what was meant.
  private static let replacements = [
    "gcc": "Compiler(.c)", "gxx": "Compiler(.cxx)", "clang": "Compiler(.c)",
    "clangxx": "Compiler(.cxx)", "macos_machine": "when(.macOS)",
    "macosx_deployment_target": "Axis(VersionKey(\"c_stdlib_version\"), […])",
    "conda_build_sysroot": "StdLib(.c)", "sysroot": "StdLib(.c)", "cudatoolkit": "CUDAVersions",
    "nvcc": "CUDA.toolkit", "target_platform": "when(…) and Skip", "platform": "when(…) and Skip",
    "conda_bld_path": "nothing",
  ]

  private static let pinned: Set<String> = [
    "c_compiler", "cxx_compiler", "fortran_compiler", "rust_compiler", "cuda_compiler",
    "c_compiler_version", "cxx_compiler_version", "fortran_compiler_version", "c_stdlib", "vc",
    "channel_sources", "channel_targets", "docker_image", "build_platform", "is_python_min",
  ]
}

extension Diagnostic {
  static func idleVariantKey(
    _ key: VariantKey, instead word: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "no build tool reads the key '\(key)'",
      remedy: word == "nothing" ? "leave it out" : "leave it out, and write \(word)")
  }

  static func frozenVariantKey(_ key: VariantKey, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "conda-forge's pinning sets '\(key)', and values here would stay behind it",
      remedy: "leave it out")
  }
}
