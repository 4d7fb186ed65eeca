import Diagnostics
import GeNNForge
import Testing

struct BuildRuleTests {
  private let flavour = VersionKey("libfoo")

  @Test func noarchWithCompiler() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Noarch.generic
      BuildRequirements {
        Compiler(.c)
        StdLib(.c)
      }
    }
    expectFinding("compiler-in-noarch", in: recipe, linesUp: 4)
  }

  @Test func noarchWithPlatform() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Noarch.generic
      RunRequirements {
        when(.windows) { "colorama" }
      }
    }
    expectFinding("platform-in-noarch", in: recipe, linesUp: 3)
  }

  @Test func noarchWithLinkScript() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Noarch.generic
      PostLink { Message("Hello") }
    }
    expectFinding("link-script-in-noarch", in: recipe, linesUp: 2)
  }

  @Test func noarch() {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        Noarch.generic
        Skip(.windows)
        RunRequirements { "colorama" }
      })
  }

  @Test func buildStringWithoutHash() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      BuildString("cpu_\(.buildNumber)")
    }
    expectFinding("build-string-without-hash", in: recipe, linesUp: 2)
  }

  @Test func buildStringWithoutNumber() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      BuildString("cpu_h\(.hash)")
    }
    expectFinding("build-string-without-number", in: recipe, linesUp: 2)
  }

  @Test(arguments: ["c-pu", "a b", "a;b", "ü", "$x", String(repeating: "a", count: 60)])
  func invalidBuildString(word: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      BuildString("\(word)_h\(.hash)_\(.buildNumber)")
    }
    expectFinding("invalid-build-string", in: recipe, linesUp: 2)
  }

  @Test func valueInABuildString() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      BuildString("py\(.value(of: Python.version))_h\(.hash)_\(.buildNumber)")
    }
    expectFinding(
      "invalid-build-string", in: recipe, linesUp: 2, message: "'py3.10.* *_cpython_h1234567_0'")
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        BuildString("py\(.digits(of: Python.version))_h\(.hash)_\(.buildNumber)")
      })
  }

  @Test func overlappingBuildStrings() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      BuildString("a_h\(.hash)_\(.buildNumber)")
      when(.linux) {
        BuildString("b_h\(.hash)_\(.buildNumber)")
      }
    }
    expectFinding("overlapping-build-strings", in: recipe, linesUp: 3)
  }

  @Test func buildWithoutString() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      when(.linux) {
        BuildString("b_h\(.hash)_\(.buildNumber)")
      }
    }
    expectFinding("build-without-string", in: recipe, linesUp: 3, .warning, message: "osx-64")
  }

  @Test func buildStringForEachBuild() {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        Skip(.windows)
        when(.linux) { BuildString("l_h\(.hash)_\(.buildNumber)") }
        when(.macOS) { BuildString("m_h\(.hash)_\(.buildNumber)") }
      })
  }

  @Test(arguments: [
    "", "box", "box = box", "box=box.cli", "a b = box:main", "box = box.cli:main()", "-b = a:b",
    "box; rm = a:b", "a = b = c:d", "box = 1:x",
  ])
  func invalidEntryPoint(point: String) {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      EntryPoints(point)
    }
    expectFinding("invalid-entry-point", in: recipe, linesUp: 2)
  }

  @Test(arguments: ["box = box.cli:main", "box-tool=box:App.run", "2to3 = lib2to3.main:main"])
  func validEntryPoint(point: String) {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        EntryPoints(point)
      })
  }

  @Test func negativeBuildNumber() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      BuildNumber(-1)
    }
    expectFinding("negative-build-number", in: recipe, linesUp: 4)
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        BuildNumber(3)
      })
  }

  @Test(arguments: [Int.max, 20_260_101]) func largeBuildNumber(number: Int) {
    let recipe = Recipe("kernels", version: "1.2.0") {
      facts()
      Variants { toolkits() }
      kernels()
      BuildNumber(number, adding: number, when: .cuda)
    }
    expectFindings(["large-build-number"], in: recipe)
  }

  @Test func invalidDownPriority() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      VariantUse(downPrioritize: 0)
    }
    expectFinding("invalid-down-priority", in: recipe, linesUp: 2)
  }
}
