import Diagnostics
import RecipeModel

/// CI machines have no GPU, and a backend that can't be loaded may be left out silently: the CUDA
/// builds need a test of their own that works without a driver.
enum UntestedCUDA: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let withCUDA = recipe.matrix.builds(where: .cuda)
    return recipe.outputs.compactMap { output in
      guard let cuda = output.output.cuda, !output.output.tests.isEmpty else { return nil }
      let own = output.builds & withCUDA
      let other = output.builds - withCUDA
      guard !own.isEmpty, !other.isEmpty else { return nil }
      let isTested = output.output.tests.guarded().contains { test in
        let builds = recipe.matrix.builds(where: test.conditions)
        return builds.intersects(own) && !builds.intersects(other)
      }
      return isTested ? nil : .untestedCuda(output.name, at: cuda.location)
    }
  }
}

extension Diagnostic {
  static func untestedCuda(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "no test tells the CUDA builds of '\(output)' from those without",
      remedy: "add when(.cuda) { PackageContents(…) } to Tests, with the backend's library")
  }
}
