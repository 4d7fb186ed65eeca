import Diagnostics
import RecipeModel

/// conda-forge refuses packages without any test.
enum MissingTests: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let untested = recipe.outputs.filter(\.output.tests.isEmpty)
    guard untested.count < recipe.outputs.count else {
      return untested.isEmpty ? [] : [.missingTests(at: recipe.recipe.name.location)]
    }
    return untested.map { .missingTestsOfOutput($0.name, at: $0.location) }
  }
}

extension Diagnostic {
  static func missingTests(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "nothing tests the package",
      remedy: "add Tests { Imports(\"…\") }, or Command(\"…\") and PackageContents(…)")
  }

  static func missingTestsOfOutput(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "nothing tests '\(output)'",
      remedy: "add Tests { Command(\"…\") } to the output")
  }
}
