import Diagnostics
import GeNNForge
import Testing

/// What a package that compiles on the user's machine lacks there.
struct RuntimeDefectTests {
  @Test func defect7PathOnlyPrinted() {
    expectDefect(
      "cuda-path-not-set",
      in: Recipe("kernels", version: "5.3.0") {
        engineWithoutToolkit()
        CUDA.toolkit(host: .cudart, .curand, run: .nvcc, .curand)
        when(.cuda) { PostLink { Message("Please set CUDA_PATH to $CONDA_PREFIX") } }
      })
  }

  @Test func defect8MessageInTheWrongBuild() {
    expectDefect(
      "misplaced-cuda-message",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        PostLink { Message("PyGeNN CUDA backend installed") }
      })
  }

  @Test(arguments: ["CudaLibraryPath", "CUDALIBRARYPATH"]) func defect9Spelling(name: String) {
    expectDefect(
      "misspelt-variable",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        Script { Environment(name, "\(.libraryPrefix)") }
      })
  }

  @Test func defect9FolderOfLibraries() {
    expectDefect(
      "cuda-library-folder",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        Script {
          when(.windows) {
            Environment("CUDA_LIBRARY_PATH", ScriptText(.prefix / "Library" / "lib"))
          }
        }
      })
  }

  @Test func defect10HeadersAndTools() {
    expectDefect(
      "headers-not-at-run-time",
      in: Recipe("kernels", version: "5.3.0") {
        engineWithoutToolkit()
        CUDA.toolkit(host: .cudart, .curand, run: .nvcc)
        CUDA.pathWhileActive()
      })
    expectDefect(
      "compiler-not-at-run-time",
      in: Recipe("kernels", version: "5.3.0") {
        facts()
        Variants { toolkits() }
        CUDA.toolkit(host: .cudart, run: .nvcc)
        RunRequirements { "python" }
      })
    expectDefect(
      "cuda-metapackage",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        RunRequirements { when(.cuda) { "cuda-libraries-dev" } }
      })
  }

  @Test func defect11Redundant() {
    expectDefect(
      "redundant-cuda-piece",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        RunRequirements { when(.cuda) { "cuda-driver-dev" } }
      })
    expectDefect(
      "exported-library",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        HostRequirements { "libffi" }
        RunRequirements { "libffi" }
      })
  }

  @Test func defect27VisualStudioNotSaid() {
    expectDefect(
      "unstated-prerequisite",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        About(homepage: "https://a.org", license: "MIT", licenseFiles: ["L"], summary: "Kernels")
      })
  }
}
