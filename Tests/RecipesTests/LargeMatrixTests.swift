import Conda
import Diagnostics
import GeNNForge
import Lint
import RecipeModel
import RecipeWriter
import Testing
import Variants

/// A recipe with thousands of builds is compiled like any other; one with more is a finding of the checks.
struct LargeMatrixTests {
  private static func axis(_ name: String, _ count: Int) -> Axis {
    Axis(VersionKey(name), (1...count).map { "\($0).0" })
  }

  private let recipe = Recipe("thousands", version: "1.0") {
    Source(
      url: "https://example.org/thousands-\(.version).tar.gz",
      sha256: String(repeating: "0123456789abcdef", count: 4))
    Variants {
      axis("liba", 10)
      axis("libb", 10)
      axis("libc", 5)
      axis("libd", 2)
    }
    BuildNumber(0)
    HostRequirements {
      "python"
      "pip"
      "setuptools"
      "liba"
      "libb"
      "libc"
      when(VersionKey("libd") >= "2.0") { "libd" }
    }
    RunRequirements { "python" }
    Script { PipInstall() }
    Tests { Imports("thousands") }
    About(
      homepage: "https://example.org", license: "MIT", licenseFiles: ["LICENSE"],
      summary: "Many builds")
    Maintainers("someone")
  }

  @Test func eachBuildIsThereOnce() throws {
    let (model, _) = recipe.model()
    let matrix = model.matrix(on: .linux64)
    #expect(matrix.builds.count == 4000)
    #expect(Set(matrix.builds.map(\.values)).count == 4000)
    #expect(
      matrix.builds.filter {
        $0.requirements.contains { $0.name == "host" && $0.lines.contains(.spec("libd")) }
      }.count == 2000)
  }

  @Test func itCompilesToOneRecipe() throws {
    let (model, findings) = recipe.model()
    #expect(!findings.hasErrors)
    let errors = RecipeChecks.findings(in: model).filter { $0.severity == .error }
    #expect(errors.map(\.message) == [])
    for format in RecipeFormat.allCases {
      let feedstock = Feedstock(model, format: format)
      #expect(feedstock.findings.all.isEmpty)
      let variants = try #require(
        feedstock.files.first { $0.path.hasPrefix("recipe/") && $0.text.contains("libd:") })
      #expect(variants.text.split(separator: "\n").filter { $0.contains("- ") }.count == 27)
    }
  }
}
