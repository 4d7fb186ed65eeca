import Diagnostics
import RecipeModel

/// Compiled code is linked with the C library that `stdlib('c')` chooses: every output with a
/// compiler says so.
enum CompilerWithoutStdLib: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output -> [Diagnostic] in
      let stdlibs = output.lines.filter { if case .stdlib = $0.requirement { true } else { false } }
      let wrong = stdlibs.compactMap { line -> Diagnostic? in
        guard case .stdlib(let language) = line.requirement, !libraries.contains(language)
        else { return nil }
        return .unknownStdLib(language, at: line.location)
      }
      let covered = output.union(
        stdlibs.filter { line in
          line.section == .build && libraries.contains { line.requirement == .stdlib($0) }
        })
      let uncovered = output.lines.first { line in
        guard case .compiler(let language) = line.requirement, language != "go-nocgo" else {
          return false
        }
        return !(line.builds - covered).isEmpty
      }
      return wrong
        + (uncovered.map { [.compilerWithoutStdLib(output.name, at: $0.location)] } ?? [])
    }
  }
}

extension CompilerWithoutStdLib {
  /// The second is R's on Windows.
  private static let libraries = ["c", "m2w64_c"]
}

extension Diagnostic {
  static func compilerWithoutStdLib(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(output)' has a compiler but no C library to link with",
      remedy: "add StdLib(.c) to its BuildRequirements, for the same builds")
  }

  static func unknownStdLib(_ language: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "conda-forge has no standard library '\(language)'",
      remedy: "write StdLib(.c), which is right for every language")
  }
}
