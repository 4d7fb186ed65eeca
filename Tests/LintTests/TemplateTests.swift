import Diagnostics
import GeNNForge
import Testing

/// Texts with `${{ … }}`, as imported recipes have them: judged as far as the recipe itself decides them.
@Suite struct TemplateTests {
  private func recipe(
    file: String = "box-1.2.tar.gz", build: RecipeText = "python",
    home: String = "https://example.org"
  ) -> Recipe {
    Recipe("box", version: "1.2") {
      Context([
        "file": .init(stringLiteral: file), "home": .init(stringLiteral: home),
        "digest": .init(stringLiteral: sampleDigest),
      ])
      Source(url: "https://example.org/${{ file }}", sha256: "${{ digest }}")
      BuildRequirements { build }
      InlineScript { "make install" }
      Tests { Command("${{ file }} --help") }
      About(
        homepage: "${{ home }}", license: "MIT", licenseFiles: ["${{ file }}/LICENSE"],
        summary: "Boxes")
      Maintainers("someone")
    }
  }

  @Test func knownNamesHaveTheirValues() {
    expectNone(in: recipe())
    expectFindings(["invalid-source-address"], in: recipe(file: "a b"))
    expectFindings(["invalid-page-address"], in: recipe(home: "nowhere"))
  }

  @Test(arguments: [
    "make ${{ python_min }}.*", "make ${{ file | lower }}", "make ${{ PKG_VERSION }}",
  ])
  func toolsDecideTheRest(text: String) { expectNone(in: recipe(build: RecipeText(text))) }

  @Test func unknownNamesAreWrong() {
    expectFindings(["invalid-match-spec"], in: recipe(build: "make ${{ fiel }}"))
  }
}
