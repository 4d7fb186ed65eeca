import Diagnostics
import GeNNForge
import Testing

struct CUDARequirementTests {
  @Test(arguments: ["cuda-toolkit", "cuda-libraries-dev 12.9.*", "cuda-libraries"])
  func metapackage(spec: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      RunRequirements { RecipeText(spec) }
    }
    expectFinding("cuda-metapackage", in: recipe, linesUp: 2)
  }

  @Test(arguments: ["cudatoolkit 11.8.*", "cudatoolkit-dev", "nvcc_linux-64 11.8.*"])
  func toolkitByHand(spec: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      BuildRequirements { RecipeText(spec) }
    }
    expectFinding("cuda-toolkit-by-hand", in: recipe, linesUp: 2)
  }

  @Test(arguments: ["cuda-cudart-dev", "libcurand-dev", "cuda-version 12.9.*", "cuda-nvcc"])
  func piecesWithoutCompiler(spec: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      HostRequirements { RecipeText(spec) }
    }
    expectFinding("cuda-without-compiler", in: recipe, linesUp: 2)
  }

  @Test func piecesForUsers() {
    expectNone(
      in: Recipe("bag", version: "1.2.0") {
        RunRequirements {
          "cuda-nvcc"
          "libcurand-dev"
        }
        Tests { Command("true") }
        facts()
      })
  }

  @Test(arguments: ["cuda-version ==12.9", "cuda-version 12.9.*"]) func versionInRun(spec: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      RunRequirements { RecipeText(spec) }
    }
    expectFinding("cuda-version-in-run", in: recipe, linesUp: 2, .warning)
  }

  @Test func versionOfTheVariantInRun() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      kernels()
      RunRequirements { when(.cuda) { "cuda-version ==\(.cudaVersion)" } }
    }
    expectFinding("cuda-version-in-run", in: recipe, linesUp: 2, .warning)
  }

  @Test(arguments: ["cuda-version >=12,<13", "cuda-version 12.*"]) func rangeInRun(spec: String) {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        RunRequirements { RecipeText(spec) }
      })
  }

  @Test(arguments: ["cuda_version", "cuda_cudart_dev"]) func keyByHand(name: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      VariantUse(use: [name])
      Variants {
        Axis(VersionKey(name), ["12.4", "12.9"])
      }
    }
    expectFinding("cuda-key-by-hand", in: recipe, linesUp: 3)
  }

  @Test func driverOnlyConstrained() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      RunConstraints {
        "__cuda"
      }
    }
    expectFinding("driver-only-constrained", in: recipe, linesUp: 3)
  }

  @Test func driverVersion() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      kernels()
      RunConstraints { when(.cuda) { "__cuda >=12.9" } }
    }
    expectFinding("driver-version-by-hand", in: recipe, linesUp: 2, .warning)
  }

  @Test func driverByHand() {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        RunRequirements { "__cuda" }
        RunConstraints { "__cuda" }
      })
  }

  @Test func redundantPiece() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      kernels()
      RunRequirements { when(.cuda) { "cuda-cudart-dev" } }
    }
    expectFinding("redundant-cuda-piece", in: recipe, linesUp: 2, .warning)
  }

  @Test func lineThatTheToolkitAddsItself() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      kernels()
      HostRequirements { when(.cuda) { "libcurand-dev" } }
    }
    expectFinding(
      "duplicate-requirement", in: recipe, linesUp: 2, .warning,
      remedy: "leave this line out: CUDA.toolkit adds it")
  }

  @Test func pieceThatTheToolkitLacks() {
    expectNone(
      in: Recipe("kernels", version: "1.2.0") {
        facts()
        Variants { toolkits() }
        kernels()
        HostRequirements { when(.cuda) { "libcublas-dev" } }
      })
  }
}
