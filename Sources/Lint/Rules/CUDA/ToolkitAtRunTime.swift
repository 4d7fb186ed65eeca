import Diagnostics
import RecipeModel

/// A package that compiles on the user's machine needs there what a build needs: headers and
/// compilers.
enum ToolkitAtRunTime: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let withoutCUDA = recipe.matrix.builds(where: !.cuda)
    return recipe.outputs.flatMap { output -> [Diagnostic] in
      guard let cuda = output.output.cuda, cuda.run.contains(.nvcc) else { return [] }
      var findings = cuda.host.filter { !cuda.run.contains($0) && !$0.comesWithNVCC }
        .map { Diagnostic.headersNotAtRunTime($0, at: cuda.location) }
      let compilers = ["cxx-compiler", "c-compiler", "compilers"].reduce(recipe.matrix.none) {
        $0 | output.builds(with: $1, in: .run)
      }
      if !(output.builds & withoutCUDA - compilers).isEmpty {
        findings.append(.compilerNotAtRunTime(output.name, at: cuda.location))
      }
      return findings
    }
  }
}

extension Diagnostic {
  static func headersNotAtRunTime(_ part: CUDAPart, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "users compile with nvcc, and don't get the headers of \(part.rawValue)",
      remedy: "add .\(part.rawValue) to run: of CUDA.toolkit")
  }

  static func compilerNotAtRunTime(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "'\(output)' compiles at run time, and without CUDA nothing brings a compiler",
      remedy:
        "add \"cxx-compiler\" to RunRequirements, and when(.unix) { \"make\" } if it calls make")
  }
}
