import Diagnostics
import GeNNForge
import Lint
import Testing

struct OrderTests {
  @Test func findingsComeByPlace() {
    let recipe = Recipe("Note", version: "1.2.0") {
      RunRequirements {
        "numpy 1"
        "nunpy"
      }
      BuildRequirements { Compiler(.c) }
      note()
      Maintainers("@someone")
    }
    let here = RecipeChecks.findings(in: recipe.model().recipe)
    #expect(
      here.map(\.id) == [
        "invalid-name", "invalid-match-spec", "misspelt-package", "compiler-without-std-lib",
        "invalid-maintainer",
      ], "\(described(here))")
    #expect(here.compactMap(\.location?.line) == here.compactMap(\.location?.line).sorted())
  }

  @Test func everyRuleIsListedOnce() {
    let names = RecipeChecks.rules.map { "\($0)" }
    #expect(Set(names).count == names.count)
    #expect(names.count > 70)
  }
}
