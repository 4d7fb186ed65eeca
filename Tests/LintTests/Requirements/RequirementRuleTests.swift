import Diagnostics
import GeNNForge
import Testing

struct RequirementRuleTests {
  @Test func duplicates() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements {
        "numpy >=2"
        when(.unix) {
          "numpy <3"
        }
      }
    }
    expectFinding("duplicate-requirement", in: recipe, linesUp: 4, .warning)
  }

  @Test func onePackageForEachSystem() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        RunRequirements {
          when(.unix) {
            "numpy >=2"
          } otherwise: {
            "numpy >=2.1"
          }
        }
        HostRequirements { "numpy" }
      })
  }

  @Test func duplicateCompiler() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      BuildRequirements {
        Compiler(.c)
        StdLib(.c)
        Compiler(.c)
      }
    }
    expectFinding("duplicate-requirement", in: recipe, linesUp: 3, .warning)
  }

  @Test func compilerWithoutStdLib() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      BuildRequirements {
        Compiler(.cxx)
        when(.linux) { StdLib(.c) }
      }
    }
    expectFinding("compiler-without-std-lib", in: recipe, linesUp: 4)
  }

  @Test func compilerWithStdLib() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        BuildRequirements {
          Compiler(.cxx)
          StdLib(.c)
        }
      })
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        BuildRequirements { Compiler(.goNoCGo) }
      })
  }

  @Test func eachOutputNeedsItsStdLib() {
    let recipe = Recipe("box-split", version: "1.2.0") {
      FeedstockName("box")
      Output("box") {
        leaf("box")
        BuildRequirements {
          Compiler(.c); StdLib(.c)
        }
      }
      Output("bag") {
        leaf("bag")
        BuildRequirements { Compiler(.c) }
      }
      facts()
    }
    expectFinding("compiler-without-std-lib", in: recipe, linesUp: 4)
  }

  @Test func standardLibraryThatDoesNotExist() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      BuildRequirements {
        Compiler(.cxx)
        StdLib(.c)
        StdLib(.cxx)
      }
    }
    expectFinding("unknown-std-lib", in: recipe, linesUp: 3)
  }

  @Test(arguments: [
    "gcc_linux-64", "vs2022_win-64", "sysroot_linux-64 2.17.*", "gxx", "clangxx_osx-64",
  ])
  func compilerByHand(spec: String) {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      BuildRequirements { RecipeText(spec) }
    }
    expectFinding("compiler-by-hand", in: recipe, linesUp: 2)
  }

  @Test func compilerByHandInRun() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements { "gxx_linux-64" }
    }
    expectFinding("compiler-by-hand-in-run", in: recipe, linesUp: 2)
  }

  @Test(arguments: ["cmake", "vs-helper", "clang-format", "gccgo"]) func noCompiler(name: String) {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        BuildRequirements { RecipeText(name) }
      })
  }

  @Test(arguments: ["__osx >=11.0", "__glibc >=2.28,<3.0.a0"]) func systemByHand(spec: String) {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunConstraints { RecipeText(spec) }
    }
    expectFinding("system-by-hand", in: recipe, linesUp: 2)
  }

  @Test func virtualPackagesAreFine() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        RunRequirements {
          when(.unix) {
            "__unix"
          } otherwise: {
            "__win"
          }
        }
      })
  }

  @Test func exportedLibrary() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      HostRequirements { when(.unix) { "libffi" } }
      RunRequirements { "libffi" }
    }
    expectFinding("exported-library", in: recipe, linesUp: 2, .warning)
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        HostRequirements { "libffi" }
        RunRequirements { "openssl" }
      })
  }
}
