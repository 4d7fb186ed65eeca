import Diagnostics
import GeNNForge
import Testing

struct VariantRuleTests {
  private enum Flavour: String, CaseIterable, Sendable { case plain, fancy, odd }
  private let flavour = ChoiceKey<Flavour>("flavour")

  @Test func unknownKey() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Variants { Axis(flavour, [.plain, .fancy]) }
      RunRequirements {
        when(flavour == .fancy) { "scipy" }
        when(VersionKey("flavor") >= "1") {
          "numpy"
        }
      }
    }
    expectFinding("unknown-variant-key", in: recipe, linesUp: 5, remedy: "did you mean 'flavour'?")
  }

  @Test func unknownKeysElsewhere() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      BuildString("x\(.digits(of: VersionKey("libfoo_version")))_h\(.hash)_\(.buildNumber)")
      VariantUse(use: ["libbar_version"])
      RunRequirements { "numpy \(.value(of: VersionKey("libbaz_version"))).*" }
      Script { when(VersionKey("libqux_version") < "2") { Environment("X", "1") } }
    }
    expectFindings(Array(repeating: "unknown-variant-key", count: 4), in: recipe)
  }

  @Test func unknownCUDAKey() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      RunRequirements { when(VersionKey("cuda_version") >= "12") { "numpy" } }
    }
    expectFinding(
      "unknown-variant-key", in: recipe, linesUp: 2,
      remedy: "write CUDA.version, whose values CUDAVersions gives")
  }

  @Test func keysOfThePinningAreKnown() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        RunRequirements { when(Python.version < "3.12") { "tomli" } }
      })
  }

  @Test func valueWithoutRow() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Variants { Axis(flavour, [.plain, .fancy]) }
      RunRequirements {
        when(flavour == .fancy) { "scipy" }
        when(flavour == .odd) {
          "numpy"
        }
      }
    }
    expectFinding("value-without-row", in: recipe, linesUp: 5, .warning)
  }

  @Test(arguments: ["flavour-x", "1st", "", "a b", "a;rm", "é", "$(id)"]) func invalidKey(
    name: String
  ) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Variants {
        Axis(VersionKey(name), ["1", "2"])
      }
      RunRequirements { when(VersionKey(name) >= "2") { "numpy" } }
    }
    expectFinding("invalid-variant-key", in: recipe, linesUp: 4)
  }

  @Test(arguments: ["", "a; rm -rf /", "$(id)", "a\nb", "\"", "%PATH%", "- [x]", "é"])
  func invalidValue(value: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Variants {
        Axis(VersionKey("flavour"), ["1", value])
      }
      VariantUse(use: ["flavour"])
    }
    expectFinding("invalid-variant-value", in: recipe, linesUp: 4)
  }

  @Test(arguments: ["3.10", ">=1.2,<2", "1.2.* *_cpython", "mpich", "2|3"]) func validValue(
    value: String
  ) {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        Variants { Axis(VersionKey("flavour"), ["1", value]) }
        VariantUse(use: ["flavour"])
      })
  }

  @Test func invalidVersionInACondition() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements {
        when(Python.version < "3..12") { "tomli" }
      }
    }
    expectFinding("invalid-version-text", in: recipe, linesUp: 3)
  }

  @Test func invalidVersionOnAnAxis() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Variants {
        Axis(VersionKey("libfoo"), ["1.2", "1_-2"])
      }
      RunRequirements { when(VersionKey("libfoo") >= "1.3") { "numpy" } }
    }
    expectFindings(["invalid-version-text", "dead-condition"], in: recipe)
  }

  @Test(arguments: ["3", "3.12.1", "3.12.*", "three"]) func inexactPython(version: String) {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      Variants {
        PythonVersions("3.11", version)
      }
    }
    expectFinding("inexact-axis-version", in: recipe, linesUp: 3)
  }

  @Test func truncatedPython() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      Variants {
        PythonVersions("3.1", "3.11")
      }
    }
    expectFinding(
      "truncated-version", in: recipe, linesUp: 3,
      remedy: "write \"3.10\" if a number lost its last digit, or a newer one")
  }

  @Test func pythons() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        Variants { PythonVersions("3.10", "3.14") }
      })
  }
}
