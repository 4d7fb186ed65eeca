import Diagnostics
import GeNNForge
import Testing

/// How the builds of a package are told apart, and chosen.
struct VariantDefectTests {
  @Test func defect1NothingPrefersCUDA() {
    expectDefect(
      "cuda-not-preferred",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        BuildNumber(0, adding: 0, when: .cuda)
      })
    expectDefect(
      "driver-only-constrained",
      in: Recipe("kernels", version: "5.3.0") {
        engineWithoutToolkit()
        RunConstraints { when(.cuda) { "__cuda" } }
      })
  }

  @Test func defect2DriverVersion() {
    expectDefect(
      "driver-version-by-hand",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        RunConstraints { when(.cuda) { "__cuda >=12.9" } }
      })
  }

  @Test func defect3ToolkitVersionTwice() {
    expectDefect(
      "cuda-version-in-run",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        RunRequirements { when(.cuda) { "cuda-version ==\(.cudaVersion)" } }
      })
  }

  @Test func defect4TwoPackagesWithTheSameFiles() {
    expectDefect(
      "shared-files",
      in: Recipe("kernels-split", version: "5.3.0") {
        FeedstockName("kernels")
        facts()
        Variants { toolkits() }
        Output("kernels-cpu") {
          sampleSource()
          Skip(.cuda)
          kernelsWithoutToolkit()
        }
        Output("kernels-cuda") {
          kernels()
          Skip(!.cuda)
        }
      })
    expectDefect(
      "invented-version",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        RunConstraints { "kernels-cpu ==9999999999" }
      })
    expectDefect(
      "duplicate-output",
      in: Recipe("kernels-split", version: "5.3.0") {
        FeedstockName("kernels")
        facts()
        Output("kernels") { leaf("a") }
        Output("kernels") { leaf("b") }
      })
  }

  @Test func defect5BuildStringWithoutHash() {
    expectDefect(
      "build-string-without-hash",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        BuildString(
          "cuda\(.digits(of: CUDA.version))_py\(.digits(of: Python.version))_\(.buildNumber)")
      })
  }

  @Test func defect17OwnKeysForCUDA() {
    expectDefect(
      "cuda-key-by-hand",
      in: Recipe("kernels", version: "5.3.0") {
        engineWithoutToolkit()
        Variants { Axis(VersionKey("cuda_nvcc"), ["12.4"]) }
        VariantUse(use: ["cuda_nvcc"])
      })
    expectDefect(
      "cuda-without-compiler",
      in: Recipe("kernels", version: "5.3.0") {
        engineWithoutToolkit()
        BuildRequirements { "cuda-nvcc 12.9.*" }
      })
  }

  @Test(arguments: ["gcc", "macosx_deployment_target", "cudatoolkit", "target_platform"])
  func defect18IdleKeys(name: String) {
    expectDefect(
      "idle-variant-key",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        Variants { Axis(VersionKey(name), ["11"]) }
      })
  }

  @Test func defect18FrozenKeys() {
    expectDefect(
      "frozen-variant-key",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        Variants { Axis(VersionKey("cxx_compiler"), ["gcc"]) }
      })
  }

  @Test func defect18LostDigit() {
    expectDefect(
      "truncated-version",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        Variants { PythonVersions("3.1") }
      })
  }

  @Test func defect21DeadSelector() {
    expectDefect(
      "dead-condition",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        RunRequirements { when(Python.version < "3.8") { "importlib-metadata" } }
      })
  }
}
