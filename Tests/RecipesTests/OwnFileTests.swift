import Conda
import Diagnostics
import GeNNForge
import Lint
import RecipeWriter
import Testing

/// Files of the author's own, as imports bring them.
@Suite struct OwnFileTests {
  private static let recipe = Recipe("box", version: "1.2") {
    Source(
      url: "https://example.org/box-\(.version).tar.gz",
      sha256: "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")
    BuildRequirements { "make ${{ python_min }}.*" }
    Tests { Command("box --help") }
    About(
      homepage: "https://example.org", license: "MIT", licenseFiles: ["LICENSE"], summary: "Boxes")
    Maintainers("someone")
    File("build.sh", text: "make install\n")
    File("conda-forge.yml", text: "bot:\n  automerge: true")
    File("conda_build_config.yaml", text: "boxes:\n  - 1\n")
  }

  @Test(arguments: [
    (RecipeFormat.v1, "bot:\n  automerge: true\nconda_build_tool: rattler-build\n"),
    (.v0, "bot:\n  automerge: true"),
  ])
  func takeThePlaceOfWhatWouldBeWritten(format: RecipeFormat, forge: String) {
    let (model, findings) = Self.recipe.model()
    #expect(findings.all.isEmpty && RecipeChecks.findings(in: model).isEmpty)
    let feedstock = Feedstock(model, format: format)
    #expect(feedstock.findings.all.isEmpty)
    let files = Dictionary(uniqueKeysWithValues: feedstock.files.map { ($0.path, $0.text) })
    #expect(files["recipe/build.sh"] == "make install\n")
    #expect(files["recipe/conda_build_config.yaml"] == "boxes:\n  - 1\n")
    #expect(files["conda-forge.yml"] == forge)
    #expect(files["recipe/conda-forge.yml"] == nil)
  }

  /// conda-build reads what rattler-build refuses.
  @Test func formatsDifferInWhatTheyRead() {
    let recipe = Recipe("box", version: "1.2") {
      RunRequirements { "python 3.12" }
      Tests { Command("box --help") }
      About(
        homepage: "https://example.org", license: "MIT", licenseFiles: ["LICENSE"], summary: "Boxes"
      )
      Maintainers("someone")
    }
    let model = recipe.model().recipe
    #expect(RecipeChecks.findings(in: model).map(\.id) == ["invalid-match-spec"])
    #expect(RecipeChecks.findings(in: model, dialects: [.conda]).isEmpty)
  }
}
