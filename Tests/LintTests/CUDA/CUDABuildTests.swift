import Diagnostics
import GeNNForge
import Testing

struct CUDABuildTests {
  @Test func onMacOS() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      kernels()
      Variants {
        CUDAVersions("12.9", on: .unix)
      }
    }
    expectFinding("cuda-on-mac", in: recipe, linesUp: 3)
  }

  @Test func onMacOSButSkipped() {
    expectNone(
      in: Recipe("kernels", version: "1.2.0") {
        facts()
        kernels()
        Variants { CUDAVersions("12.9", on: .unix) }
        Skip(.macOS && .cuda)
      })
  }

  @Test func notPreferred() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      CUDA.toolkit(host: .cudart, .curand, run: .nvcc, .curand)
      CUDA.pathWhileActive()
      kernelsWithoutToolkit()
      sampleSource()
      BuildNumber(0, adding: 0, when: .cuda)
    }
    expectFinding("cuda-not-preferred", in: recipe, linesUp: 6, .warning)
  }

  @Test func preferredOtherwise() {
    expectNone(
      in: Recipe("kernels", version: "1.2.0") {
        facts()
        Variants { toolkits() }
        kernels()
        BuildNumber(3, adding: 100, when: .cuda)
      })
  }

  @Test func pathNotSet() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      sampleSource()
      CUDA.toolkit(host: .cudart, .curand, run: .nvcc, .curand)
      kernelsWithoutToolkit()
    }
    expectFinding(
      "cuda-path-not-set", in: recipe, linesUp: 3, .warning,
      remedy: "add CUDA.pathWhileActive() to the output")
  }

  @Test func pathSetByHand() {
    expectNone(
      in: Recipe("kernels", version: "1.2.0") {
        facts()
        Variants { toolkits() }
        sampleSource()
        CUDA.toolkit(host: .cudart, .curand, run: .nvcc, .curand)
        when(.cuda) { Activation(.set("CUDA_PATH", "\(.libraryPrefix)")) }
        kernelsWithoutToolkit()
      })
  }

  @Test func pathOfTheBuild() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Script {
        Environment("CUDA_PATH", "\(.buildPrefix)")
      }
    }
    expectFinding("cuda-path-in-build", in: recipe, linesUp: 3, .warning)
  }

  @Test func libraryFolder() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      kernels()
      Script {
        when(.windows && .cuda) {
          Environment("CUDA_LIBRARY_PATH", ScriptText(.libraryPrefix / "lib"))
        }
      }
    }
    expectFinding("cuda-library-folder", in: recipe, linesUp: 4, .warning, message: "CUDA 13.0")
  }

  @Test func folderOfThirteenBefore() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      kernels()
      when(.windows && .cuda) {
        EnvironmentVariables(["CUDA_LIBRARY_PATH": "\(.prefix)/Library/lib/x64"])
      }
    }
    expectFinding("cuda-library-folder", in: recipe, linesUp: 3, .warning, message: "CUDA 12.9")
  }

  @Test func headersAtRunTime() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      sampleSource()
      CUDA.toolkit(host: .cudart, .driver, .curand, run: .nvcc)
      CUDA.pathWhileActive()
      kernelsWithoutToolkit()
    }
    expectFinding(
      "headers-not-at-run-time", in: recipe, linesUp: 4, .warning,
      remedy: "add .curand to run: of CUDA.toolkit")
  }

  @Test func compilerAtRunTime() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      sampleSource()
      CUDA.toolkit(host: .cudart, run: .nvcc)
      CUDA.pathWhileActive()
      HostRequirements {
        "python"; "pip"
      }
      RunRequirements { "python" }
      BuildRequirements { StdLib(.c) }
      Script { PipInstall() }
      Tests {
        Imports("kernels")
        when(.cuda) { Command("test -f $PREFIX/x") }
      }
    }
    expectFinding("compiler-not-at-run-time", in: recipe, linesUp: 13, .warning)
  }

  @Test func untested() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      sampleSource()
      CUDA.toolkit(host: .cudart, run: .cudart)
      HostRequirements {
        "python"; "pip"
      }
      RunRequirements { "python" }
      BuildRequirements { StdLib(.c) }
      Script { PipInstall() }
      Tests { Imports("kernels") }
    }
    expectFinding("untested-cuda", in: recipe, linesUp: 9, .warning)
  }

  @Test func messageInEveryBuild() {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      kernels()
      PostLink {
        Message("The CUDA backend is installed.")
      }
    }
    expectFinding("misplaced-cuda-message", in: recipe, linesUp: 3, .warning)
    expectNone(
      in: Recipe("kernels", version: "1.2.0") {
        facts()
        Variants { toolkits() }
        kernels()
        when(.cuda) { PostLink { Message("The CUDA backend is installed.") } }
      })
  }
}
