import Diagnostics
import GeNNForge
import Testing

struct AxisRuleTests {
  @Test func emptyAxis() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Variants {
        Axis(VersionKey("libfoo"), [])
      }
      VariantUse(use: ["libfoo"])
    }
    expectFinding("empty-axis", in: recipe, linesUp: 4)
  }

  @Test func axisOnNoPlatform() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Variants {
        Axis(VersionKey("libfoo"), ["1"], on: .linux && .windows)
      }
      VariantUse(use: ["libfoo"])
    }
    expectFinding("empty-axis", in: recipe, linesUp: 4)
  }

  @Test func repeatedKey() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      VariantUse(use: ["libfoo", "libbar"])
      Variants {
        Axis(VersionKey("libfoo"), ["1", "2"])
        Zipped(VersionKey("libfoo"), VersionKey("libbar")) {
          ["1", "2"]
        }
      }
    }
    expectFinding("repeated-key", in: recipe, linesUp: 5)
  }

  @Test func repeatedRow() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      Variants {
        PythonVersions("3.11", "3.12", "3.11")
      }
    }
    expectFinding("repeated-row", in: recipe, linesUp: 3, .warning)
  }

  @Test func oneKeyInSeveralPlaces() {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        VariantUse(use: ["libfoo"])
        Variants {
          Axis(VersionKey("libfoo"), ["1", "2"], on: .unix)
          Axis(VersionKey("libfoo"), ["1"], on: .windows)
        }
      })
  }

  @Test func matrixTooLarge() {
    let values = (1...102).map { "\($0)" }
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      VariantUse(use: ["libfoo", "libbar"])
      Variants {
        Axis(VersionKey("libfoo"), values, on: .linux64)
        Axis(VersionKey("libbar"), values + ["103"])
      }
    }
    expectFinding(
      "matrix-too-large", in: recipe, linesUp: 3,
      message:
        "linux-64 would have 10506 combinations, 10000 are allowed: libbar (103) × libfoo (102)")
  }

  @Test func matrixBeyondCounting() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      VariantUse(use: (0..<20).map { "k\($0)" })
      Variants {
        for index in 0..<20 { Axis(VersionKey("k\(index)"), (1...20).map { "\($0)" }) }
      }
    }
    expectFinding("matrix-too-large", in: recipe, linesUp: 3, message: "more than can be counted")
  }

  @Test func largestMatrix() {
    let values = (1...10).map { "\($0)" }
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        VariantUse(use: ["k1", "k2", "k3", "k4"])
        Variants {
          Axis(VersionKey("k1"), values)
          Axis(VersionKey("k2"), values)
          Axis(VersionKey("k3"), values)
          Axis(VersionKey("k4"), values)
        }
      })
  }

  @Test(arguments: ["gcc", "macosx_deployment_target", "macos_machine", "CONDA_BUILD_SYSROOT"])
  func idleKey(name: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      VariantUse(use: [name])
      Variants {
        Axis(VersionKey(name), ["11"])
      }
    }
    expectFinding("idle-variant-key", in: recipe, linesUp: 3)
  }

  @Test(arguments: ["cxx_compiler_version", "docker_image"]) func frozenKey(name: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      VariantUse(use: [name])
      Variants {
        Axis(VersionKey(name), ["13"])
      }
    }
    expectFinding("frozen-variant-key", in: recipe, linesUp: 3, .warning)
  }

  @Test func unusedAxis() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Variants {
        Axis(VersionKey("libfoo"), ["1", "2"])
      }
    }
    expectFinding("unused-axis", in: recipe, linesUp: 3, .warning)
  }
}
