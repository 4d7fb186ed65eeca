import Conda
import Diagnostics
import RecipeModel

/// The compiler exports `cuda-version` with the bounds that NVIDIA's compatibility allows; a
/// tighter one by hand makes users install one minor version.
enum CUDAVersionInRun: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.lines(of: "cuda-version", in: .run).compactMap { line in
        guard let spec = line.spec, !line.isDerived else { return nil }
        let text = recipe.resolved(spec, of: output.output, in: line.builds)
        return isRange(text) ? nil : .cudaVersionInRun(text, at: line.location)
      }
    }
  }

  /// `>=12,<13` and its like leave the minor version open.
  private static func isRange(_ text: String) -> Bool {
    guard let spec = try? MatchSpec(text), let version = spec.version else { return false }
    return version.constraints.allSatisfy { constraint in
      switch constraint {
      case .compare(let relation, _): relation != .equal
      case .startsWith(let prefix): !prefix.text.contains(".")
      default: false
      }
    }
  }
}

extension Diagnostic {
  static func cudaVersionInRun(_ spec: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "'\(spec)' in run keeps out toolkits that would do",
      remedy: "leave it out: CUDA.toolkit's compiler exports the right range")
  }
}
