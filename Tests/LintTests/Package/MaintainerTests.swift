import Diagnostics
import GeNNForge
import Testing

struct MaintainerTests {
  private func recipe(_ words: [RecipeEntry]) -> Recipe {
    Recipe("note", version: "1.2.0") {
      Script { WriteFile(.prefix / "note.txt", "a note") }
      Tests { PackageContents(files: ["note.txt"]) }
      About(
        homepage: "https://example.org", license: "MIT", licenseFiles: ["LICENSE"], summary: "Notes"
      )
      words
    }
  }

  @RecipeBuilder private func maintainers(_ name: String) -> [RecipeEntry] { Maintainers(name) }

  @Test func nobody() {
    expectFindings(["missing-maintainers"], in: recipe([]))
  }

  @Test(arguments: ["some one", "@someone", "-someone", "a; rm -rf /", "", "a/b/c", "x: y", "é"])
  func invalid(name: String) {
    expectFindings(["invalid-maintainer"], in: recipe(maintainers(name)))
  }

  @Test(arguments: ["to-be-decided", "your-github-username"]) func placeholder(name: String) {
    expectFindings(["placeholder-maintainer"], in: recipe(maintainers(name)))
  }

  @Test(arguments: ["tnowotny", "Agrim-P777", "conda-forge/core", "a"]) func valid(name: String) {
    expectNone(in: recipe(maintainers(name)))
  }

  @Test func twice() {
    let words: [RecipeEntry] = maintainers("someone") + maintainers("Someone")
    expectFindings(["duplicate-maintainer"], in: recipe(words))
  }

  @Test func placeOfAName() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Maintainers("@someone-else")
    }
    expectFinding(
      "invalid-maintainer", in: recipe, linesUp: 2,
      remedy: "write the account's name without '@': letters, digits and single dashes")
  }
}
