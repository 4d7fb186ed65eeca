import Diagnostics
import GeNNForge
import Testing

struct TestRuleTests {
  @Test func noTests() {
    let recipe = Recipe("note", version: "1.2.0") {
      facts()
      Script { WriteFile(.prefix / "note.txt", "a note") }
    }
    expectFinding("missing-tests", in: recipe, linesUp: 4)
  }

  @Test func outputWithoutTests() {
    let recipe = Recipe("box-split", version: "1.2.0") {
      FeedstockName("box")
      facts()
      Output("box") { leaf("box") }
      Output("bag") {
        Script { WriteFile(.prefix / "note.txt", "a note") }
      }
    }
    expectFinding("missing-tests-of-output", in: recipe, linesUp: 4, .warning)
  }

  @Test func missingPipCheck() {
    let recipe = Recipe("box", version: "1.2.0") {
      facts()
      sampleSource()
      Script { PipInstall() }
      HostRequirements {
        "python"; "pip"
      }
      RunRequirements { "python" }
      Tests {
        Imports("box", pipCheck: false)
      }
    }
    expectFinding("missing-pip-check", in: recipe, linesUp: 3, .warning)
  }

  @Test func pipCheckByHand() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        facts()
        sampleSource()
        Script { PipInstall() }
        HostRequirements {
          "python"; "pip"
        }
        RunRequirements { "python" }
        Tests { Command("pip check", requires: ["pip"]) }
      })
  }

  @Test(arguments: ["box-core", "box/core", "1box", "", "a; b", "box.", "a b"])
  func invalidImport(name: String) {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      Tests {
        Imports(name)
      }
    }
    expectFinding("invalid-import", in: recipe, linesUp: 3)
  }

  @Test func noImports() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      Tests {
        Imports()
      }
    }
    expectFinding("no-imports", in: recipe, linesUp: 3)
  }

  @Test func imports() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        Tests { Imports("box.core", "_box", "boîte") }
      })
  }

  @Test(arguments: [
    "export CUDA_PATH=$PREFIX", "set \"PATH=%PREFIX%\\Lib;%PATH%\" && python -c 1",
    "LD_LIBRARY_PATH=$PREFIX/lib python -c 1",
  ])
  func testSetsVariable(command: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Tests {
        Command(command)
      }
    }
    expectFinding("test-sets-variable", in: recipe, linesUp: 3, .warning)
  }

  @Test func testFileSetsVariable() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Tests { Command("python run.py", files: ["run.py"]) }
      File("run.py", text: "import os\nos.environ[\"CUDA_PATH\"] = os.environ['PREFIX']\n")
    }
    expectFinding("test-sets-variable", in: recipe, linesUp: 2, .warning)
  }

  @Test(arguments: ["import sys\nif True:\n  sys.exit(0)\n", "exit(0)"])
  func testThatEndsEarly(text: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Tests { Command("python run.py", files: ["run.py"]) }
      File("run.py", text: text)
    }
    expectFinding("early-success", in: recipe, linesUp: 2, .warning)
  }

  @Test(arguments: ["./configure || exit 0", "if not exist a exit /b 0"])
  func commandThatEndsEarly(command: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Tests { Command(command) }
    }
    expectFinding("early-success", in: recipe, linesUp: 2, .warning)
  }

  @Test func testsThatEndLate() {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        Tests { Command("test -f a || exit 1", "python run.py", files: ["run.py"]) }
        File("run.py", text: "# sys.exit(0) would hide it\nsys.exit(1)\n")
      })
  }

  @Test(arguments: ["test -n \"$CUDA_PATH\"", "echo %PATH%", "python -c \"CXX == 1\""])
  func testReadsVariable(command: String) {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        Tests { Command(command) }
      })
  }
}
