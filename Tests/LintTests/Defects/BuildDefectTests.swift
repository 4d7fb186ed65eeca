import Diagnostics
import GeNNForge
import Testing

/// How a package is built.
struct BuildDefectTests {
  private func defect(_ id: String, bash: String) {
    expectDefect(
      id,
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        Script { Shell(bash: bash) }
      })
  }

  @Test func defect13ToolkitOfTheBuildPrefix() {
    expectDefect(
      "cuda-path-in-build",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        Script { Environment("CUDA_PATH", "\(.buildPrefix)") }
      })
  }

  @Test func defect14PythonInBuild() {
    expectDefect(
      "python-in-build",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        BuildRequirements {
          "python"
          "setuptools"
          "pybind11"
        }
      })
  }

  @Test func defect14CrossBuild() {
    expectDefect(
      "cross-build-without-python",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        CrossBuild(.macOSArm64, on: .macOS64)
      })
  }

  @Test func defect15SetupInstall() {
    defect("setup-install", bash: "\"$PYTHON\" setup.py install --record=record.txt")
  }

  @Test func defect16StandardLibrary() {
    expectDefect(
      "compiler-without-std-lib",
      in: Recipe("kernels", version: "5.3.0") {
        facts()
        sampleSource()
        BuildRequirements {
          when(.linux) { StdLib(.c) }
          Compiler(.cxx)
        }
      })
    expectDefect(
      "unknown-std-lib",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        BuildRequirements { StdLib(.cxx) }
      })
    expectDefect(
      "compiler-by-hand",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        BuildRequirements { when(.windows) { "vs2022_win-64" } }
      })
  }

  @Test func defect25FailuresIgnored() {
    defect("ignored-failure", bash: "install_name_tool -id @rpath/a.dylib a.dylib || true")
  }

  @Test func defect26PlatformThatNobodyBuilds() {
    expectDefect(
      "platform-not-built",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        BuildRequirements { when(.aarch64) { "ninja" } }
      })
  }

  @Test func defect28CompiledNoarch() {
    expectDefect(
      "compiler-in-noarch",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        Noarch.python
      })
  }

  @Test func downloads() {
    defect("download-in-build", bash: "wget https://github.com/genn-team/genn/archive/master.zip")
  }

  @Test func monolithicToolkitByHand() {
    expectDefect(
      "cuda-toolkit-by-hand",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        BuildRequirements { "cudatoolkit-dev 11.7.*" }
      })
  }

  @Test func pinInHost() {
    expectDefect(
      "pin-in-host",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        HostRequirements { PinCompatible("numpy") }
        RunRequirements { PinCompatible("numpy") }
      })
  }
}
