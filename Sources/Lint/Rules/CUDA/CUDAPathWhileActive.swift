import Diagnostics
import RecipeModel

/// A package that runs nvcc on the user's machine finds the toolkit through `CUDA_PATH`, which
/// nothing else sets.
enum CUDAPathWhileActive: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    // Before 12 conda-forge has no nvcc: the user's own toolkit is meant. macOS has none at all.
    let modular = recipe.matrix.builds(where: .modularCUDA && !.platform(.osx))
    return recipe.outputs.compactMap { output in
      guard let cuda = output.output.cuda, cuda.run.contains(.nvcc) else { return nil }
      let missing = output.builds & modular - recipe.buildsSetting("CUDA_PATH", in: output.output)
      guard let context = recipe.matrix.firstContext(in: missing) else { return nil }
      return .cudaPathNotSet(
        output.name, where: context.shortDescription(of: [.cudaCompilerVersion]), at: cuda.location)
    }
  }
}

extension CheckedRecipe {
  /// The builds that set a variable while an environment with the package is active.
  fileprivate func buildsSetting(_ variable: String, in output: Output) -> BuildSet {
    var builds = matrix.none
    for file in output.environmentVariables.guarded()
    where file.value.value.entries.contains(where: { $0.name == variable }) {
      builds = builds | matrix.builds(where: file.conditions)
    }
    for scripts in output.activation.guarded()
    where scripts.value.value.changes.contains(where: { $0.name == variable }) {
      builds = builds | matrix.builds(where: scripts.conditions)
    }
    return builds
  }
}

extension Diagnostic {
  static func cudaPathNotSet(
    _ output: String, where build: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "'\(output)' runs nvcc, and nothing sets CUDA_PATH for it on \(build)",
      remedy: "add CUDA.pathWhileActive() to the output")
  }
}
