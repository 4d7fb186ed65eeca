import Conda
import Diagnostics
import RecipeModel

/// NVIDIA has had no toolkit for macOS since CUDA 10.2.
enum CUDAOnMacOS: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let there = recipe.matrix.builds(
      where: .platform(.osx) && .version(.cudaCompilerVersion, .atLeast, "0"))
    return recipe.outputs.compactMap { output in
      guard output.usesCUDA, output.builds.intersects(there) else { return nil }
      let axis = recipe.recipe.variants.axes.first { $0.keys.contains(.cudaCompilerVersion) }
      return .cudaOnMac(
        output.name, at: axis?.location ?? output.output.cuda?.location ?? output.location)
    }
  }
}

extension CheckedOutput {
  var usesCUDA: Bool {
    output.cuda != nil || lines.contains { $0.requirement == .compiler("cuda") }
  }
}

extension Diagnostic {
  static func cudaOnMac(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(output)' would be built with CUDA on macOS, where there is none",
      remedy:
        "give CUDAVersions its platforms, on: .linux || .windows64, or add Skip(.macOS && .cuda)")
  }
}
