import Diagnostics
import GeNNForge
import Testing

struct MatchSpecTests {
  /// What was written, and what to write.
  @Test(arguments: [
    ("numpy 1.26", "numpy 1.26.*"), ("numpy\t>=2", "numpy >=2"), (" numpy", "numpy"),
    ("numpy 1.26 py312*", "numpy ==1.26 py312*"), ("numpy=1.26=py312_0", "numpy ==1.26 py312_0"),
    ("numpy == 1.26", "numpy ==1.26"), ("numpy => 1.26", "numpy >=1.26"),
    ("numpy >=1<2", "numpy >=1,<2"), ("numpy ==1.26.*", "numpy 1.26.*"),
    ("numpy ^1.26", "numpy >=1.26,<2"), ("numpy >=2,<3,", "numpy >=2,<3"),
    ("numpy >=2|", "numpy >=2"), ("numpy >= 1.2, <2", "numpy >=1.2,<2"),
  ])
  func invalid(spec: String, nearest: String) {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements { RecipeText(spec) }
    }
    let found = findings(in: recipe)
    #expect(found.map(\.remedy) == ["write \"\(nearest)\""], "\(described(found))")
    #expect(found.first?.location?.line == #line - 4)
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        RunRequirements { RecipeText(nearest) }
      })
  }

  @Test func placeAndID() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements {
        "scipy >=1"
        "numpy 1.26"
      }
    }
    expectFinding("invalid-match-spec", in: recipe, linesUp: 3)
  }

  @Test(arguments: [
    ("numpy  >=2", "numpy >=2"), ("numpy=1.26", "numpy =1.26"), ("numpy>=2", "numpy >=2"),
    ("numpy >=2 ,<3", "numpy >=2,<3"), ("NumPy", "numpy"),
  ])
  func untidy(spec: String, tidy: String) {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements { RecipeText(spec) }
    }
    expectFinding("untidy-match-spec", in: recipe, linesUp: 2, remedy: "write \"\(tidy)\"")
  }

  @Test(arguments: [
    "", "a; rm -rf /", "- [x]", "numpy >=", "numpy >=2 py 3", "-x", "$(id)", "a: b",
    "{{ numpy }}", "numpy # [win]", "conda-forge::numpy",
  ])
  func nothingNear(spec: String) {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements { RecipeText(spec) }
    }
    expectFinding("invalid-match-spec", in: recipe, linesUp: 2)
  }

  @Test(arguments: [
    "numpy", "numpy >=2,<3", "numpy 2.*", "numpy ==2.1.0", "python_abi 3.12.* *_cp312",
    "numpy >=1.17|==1.16.2", "numpy ~=1.26", "blas * mkl", "numpy !=2.0.0", "numpy =1.26",
    "pytorch >=2 cuda*",
  ])
  func valid(spec: String) {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        RunRequirements { RecipeText(spec) }
      })
  }

  @Test func referencesAreFilledIn() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements { "box-data \(.version)" }
    }
    expectFinding("invalid-match-spec", in: recipe, linesUp: 2, message: "'box-data 1.2.0'")
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        RunRequirements { "box-data ==\(.version)" }
      })
  }

  @Test func specsOfTestsAndExports() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunExports { "box 1.2" }
      Tests { Command("true", requires: ["pytest 8"]) }
      IgnoreRunExports(from: ["zlib 1"])
    }
    expectFindings(Array(repeating: "invalid-match-spec", count: 3), in: recipe)
  }

  @Test(arguments: [
    ("nunpy", "numpy"), ("setup-tools", "setuptools"), ("pytohn-dateutil", "python-dateutil"),
    ("libcurrand-dev", "libcurand-dev"), ("cuda-cudart-devel", "cuda-cudart-dev"),
    ("scikit_learn", "scikit-learn"), ("psutils", "psutil"),
  ])
  func misspelt(name: String, meant: String) {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements { RecipeText(name) }
    }
    expectFinding(
      "misspelt-package", in: recipe, linesUp: 2, .warning, remedy: "did you mean '\(meant)'?")
  }

  @Test(arguments: [
    "numpy", "zip", "pip", "zlib", "glib", "glpk", "libcurand", "libcurand-dev", "my-own-package",
    "numba", "qt6-main", "nose", "boxes",
  ])
  func spelt(name: String) {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        RunRequirements { RecipeText(name) }
      })
  }

  @Test func outputsAreKnown() {
    expectNone(
      in: Recipe("numpi-split", version: "1.2.0") {
        FeedstockName("numpi")
        Output("numpi") { leaf("numpi") }
        Output("box") {
          leaf("box")
          RunRequirements { "numpi" }
        }
        facts()
      })
  }
}
