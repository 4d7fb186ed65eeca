import Diagnostics
import GeNNForge
import Testing

struct AboutRuleTests {
  private func recipe(_ words: [RecipeEntry]) -> Recipe {
    Recipe("note", version: "1.2.0") {
      Script { WriteFile(.prefix / "note.txt", "a note") }
      Tests { PackageContents(files: ["note.txt"]) }
      Maintainers("someone")
      words
    }
  }

  @RecipeBuilder private func about(
    homepage: String = "https://example.org", license: String = "MIT",
    files: [String] = ["LICENSE"], summary: String = "Notes", documentation: String? = nil
  ) -> [RecipeEntry] {
    About(
      homepage: homepage, license: license, licenseFiles: files, summary: summary,
      documentation: documentation)
  }

  @Test func nothingSaid() {
    expectFindings(["missing-about"], in: recipe([]))
  }

  @Test func emptyTexts() {
    expectFindings(["missing-about"], in: recipe(about(summary: " ")))
    expectFindings(["missing-about"], in: recipe(about(homepage: "")))
  }

  @Test func placeOfAnAbout() {
    let recipe = Recipe("note", version: "1.2.0") {
      Script { WriteFile(.prefix / "note.txt", "a note") }
      Tests { PackageContents(files: ["note.txt"]) }
      Maintainers("someone")
      About(homepage: "", license: "MIT", licenseFiles: ["LICENSE"], summary: "Notes")
    }
    expectFinding(
      "missing-about", in: recipe, linesUp: 2, message: "nothing is said of the package's homepage")
  }

  @Test func missingLicenseFile() {
    expectFindings(["missing-license-file"], in: recipe(about(files: [])))
  }

  @Test(arguments: ["/etc/LICENSE", "../LICENSE", "a\\LICENSE"]) func licenseFileElsewhere(
    path: String
  ) {
    expectFindings(["invalid-license-file"], in: recipe(about(files: [path])))
  }

  @Test(arguments: ["LICENSE", "licenses/", "LICENSES/*.txt"]) func licenseFileHere(path: String) {
    expectNone(in: recipe(about(files: [path])))
  }

  @Test(arguments: [
    ("Apache 2.0", "did you mean 'Apache-2.0'?"), ("mit", "did you mean 'MIT'?"),
    ("The MIT License", "did you mean 'MIT'?"),
    ("Apache License 2.0", "did you mean 'Apache-2.0'?"),
    ("BSD-3-Claus", "did you mean 'BSD-3-Clause'?"),
  ])
  func invalidLicense(text: String, remedy: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      Script { WriteFile(.prefix / "note.txt", "a note") }
      Tests { PackageContents(files: ["note.txt"]) }
      Maintainers("someone")
      About(homepage: "https://example.org", license: text, licenseFiles: ["L"], summary: "Notes")
    }
    expectFinding("invalid-license", in: recipe, linesUp: 2, remedy: remedy)
  }

  @Test(arguments: ["MIT; rm -rf", "MIT/BSD", "- [x]"]) func licenseWithMetacharacters(text: String)
  {
    expectFindings(["invalid-license"], in: recipe(about(license: text)))
  }

  @Test func deprecatedLicense() {
    expectFindings(["deprecated-license"], in: recipe(about(license: "LGPL-2.1")))
  }

  @Test(arguments: ["LGPL-2.1-only", "MIT OR Apache-2.0", "LicenseRef-Vendor AND MIT"])
  func validLicense(text: String) {
    expectNone(in: recipe(about(license: text)))
  }

  @Test(arguments: [
    "example.org", "https://", "https://exa mple.org", "ftp://example.org", "https://x",
  ])
  func invalidAddress(address: String) {
    expectFindings(["invalid-page-address"], in: recipe(about(documentation: address)))
  }

  @Test(arguments: [
    "https://example.org", "http://docs.example.org/a?b=c#d", "https://x.io:80/~a/",
  ])
  func validAddress(address: String) {
    expectNone(in: recipe(about(documentation: address)))
  }

  @Test func outputsMaySayWhatTheRecipeLeavesOut() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        Output("box") {
          leaf("box")
          About(
            homepage: "https://example.org", license: "MIT", licenseFiles: ["LICENSE"],
            summary: "Boxes")
        }
        Maintainers("someone")
      })
  }

  @Test func unstatedPrerequisite() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements { "cxx-compiler" }
      About(homepage: "https://x.org", license: "MIT", licenseFiles: ["LICENSE"], summary: "Boxes")
    }
    expectFinding("unstated-prerequisite", in: recipe, linesUp: 3, .warning)
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        RunRequirements { when(.unix) { "cxx-compiler" } }
        About(
          homepage: "https://x.org", license: "MIT", licenseFiles: ["LICENSE"], summary: "Boxes")
      })
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        RunRequirements { "cxx-compiler" }
      })
  }
}
