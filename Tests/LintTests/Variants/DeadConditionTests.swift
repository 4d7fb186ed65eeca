import Diagnostics
import GeNNForge
import Testing

struct DeadConditionTests {
  @Test func neverHolds() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements {
        when(Python.version < "3.8") { "importlib-metadata" }
      }
    }
    expectFinding(
      "dead-condition", in: recipe, linesUp: 3, .warning)
  }

  @Test func alwaysHolds() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Skip(.windows)
      RunRequirements {
        when(.unix) { "bash" }
      }
    }
    expectFinding(
      "dead-condition", in: recipe, linesUp: 3, .warning)
  }

  @Test func bothBranchesAreOneFinding() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      when(.unix || .windows) {
        DynamicLinking(missing: ["a.so"])
      } otherwise: {
        DynamicLinking(missing: ["b.so"])
      }
    }
    expectFinding("dead-condition", in: recipe, linesUp: 6, .warning)
  }

  @Test func negations() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      Skip(.cuda)
      RunRequirements {
        when(!.cuda) { "numpy" }
      }
    }
    expectFinding("dead-condition", in: recipe, linesUp: 3, .warning)
  }

  @Test func contradiction() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      RunRequirements {
        when(.unix) {
          when(.windows) { "numpy" }
        }
      }
    }
    expectFinding("dead-condition", in: recipe, linesUp: 4, .warning)
  }

  @Test func valuesOfThePinningCountToo() {
    // Here only 3.13 is built; conda-forge builds older ones.
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        Variants { PythonVersions("3.13") }
        RunRequirements { when(Python.version < "3.11") { "tomli" } }
      })
  }

  @Test func skipsGuardAgainstThePinning() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        Skip(Python.version < "3.8")
        Skip(.macOS && .cuda)
      })
  }

  @Test func skipOfOwnValues() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Variants { Axis(VersionKey("libfoo"), ["1", "2"]) }
      Skip(VersionKey("libfoo") >= "3")
    }
    expectFinding("dead-condition", in: recipe, linesUp: 2, .warning)
  }

  @Test func neverBuilt() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Skip(.unix)
      Skip(.windows)
    }
    expectFinding("never-built", in: recipe, linesUp: 2)
  }

  @Test func crossBuildsThatNobodyMakes() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      BuildRequirements { when(.crossBuild) { "cmake" } }
    }
    expectFinding("dead-condition", in: recipe, linesUp: 2, .warning)
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        CrossBuild(.macOSArm64, on: .macOS64)
        BuildRequirements { when(.crossBuild) { "cmake" } }
      })
  }

  @Test func platformThatIsNotBuilt() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      RunRequirements { when(.aarch64) { "numpy" } }
    }
    expectFinding("platform-not-built", in: recipe, linesUp: 2, .warning)
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        CrossBuild(.linuxAArch64, on: .linux64)
        RunRequirements { when(.aarch64) { "numpy" } }
      })
  }
}
