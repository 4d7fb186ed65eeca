import Diagnostics
import GeNNForge
import Testing

/// Where the source comes from, what is said of it, and how it is tested.
struct SourceDefectTests {
  private func recipe(_ source: Source, version: String = "5.3.0") -> Recipe {
    Recipe("note", version: version) {
      note()
      source
    }
  }

  @Test func defect19Sources() {
    expectDefect(
      "pre-release-source",
      in: recipe(Source(url: "https://example.org/5.3.0_RC1.tar.gz", sha256: sampleDigest)))
    expectDefect(
      "version-in-address",
      in: recipe(Source(url: "https://example.org/5.3.0.tar.gz", sha256: sampleDigest)))
    expectDefect("git-source", in: recipe(Source(git: "https://example.org/genn", tag: "v4.8.1")))
    expectDefect("invalid-source-path", in: recipe(Source(path: "F:/Windows/genn")))
    expectDefect("placeholder-version", in: recipe(Source(path: "genn"), version: "0.0.0"))
  }

  @Test(arguments: ["to-be-decided", "your-github-username"]) func defect20Maintainers(name: String)
  {
    expectDefect(
      "placeholder-maintainer",
      in: Recipe("note", version: "5.3.0") {
        note()
        Maintainers(name)
      })
  }

  @Test func defect20LicenseFile() {
    expectDefect(
      "missing-license-file",
      in: Recipe("note", version: "5.3.0") {
        note()
        About(homepage: "https://a.org", license: "MIT", licenseFiles: [], summary: "Notes")
      })
  }

  @Test func defect22TestsOfNothing() {
    let script = """
      import os, sys
      os.environ["CUDA_PATH"] = os.environ["CONDA_PREFIX"]
      if not has_driver():
          sys.exit(0)
      """
    let recipe = Recipe("kernels", version: "5.3.0") {
      engine()
      File("smoke.py", text: script)
      Tests { Command("python smoke.py", files: ["smoke.py"]) }
    }
    expectDefect("early-success", in: recipe)
    expectDefect("test-sets-variable", in: recipe)
  }

  @Test func defect22BackendNotTested() {
    expectDefect(
      "untested-cuda",
      in: Recipe("kernels", version: "5.3.0") {
        facts()
        Variants { toolkits() }
        CUDA.toolkit(host: .cudart, run: .cudart)
        Tests { Imports("kernels") }
      })
  }

  @Test func defect23PathOfATest() {
    expectDefect(
      "test-sets-variable",
      in: Recipe("kernels", version: "5.3.0") {
        engine()
        Tests {
          when(.windows) {
            Command("set \"PATH=%PREFIX%\\Lib\\site-packages\\pygenn;%PATH%\" && python -c 1")
          }
        }
      })
  }

  @Test func defects12And24NoPipCheck() {
    expectDefect(
      "missing-pip-check",
      in: Recipe("box", version: "5.3.0") {
        facts()
        sampleSource()
        Script { PipInstall() }
        Tests { Command("python -c \"import box\"") }
      })
  }
}
