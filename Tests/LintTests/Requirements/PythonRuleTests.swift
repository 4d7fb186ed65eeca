import Diagnostics
import GeNNForge
import Testing

struct PythonRuleTests {
  @Test func notInRun() {
    let recipe = Recipe("box", version: "1.2.0") {
      sampleSource()
      facts()
      Script { PipInstall() }
      HostRequirements {
        "python"
        "pip"
      }
      RunRequirements { when(.unix) { "python" } }
      Tests { Imports("box") }
    }
    expectFinding("python-not-in-run", in: recipe, linesUp: 6)
  }

  @Test func notInHost() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      RunRequirements { "python" }
    }
    expectFinding("python-not-in-host", in: recipe, linesUp: 2, .warning)
  }

  @Test func packageThatOnlyAsksForOthers() {
    expectNone(
      in: Recipe("bag", version: "1.2.0") {
        RunRequirements { "python >=3.10" }
        Tests { Command("python -c 1") }
        facts()
      })
  }

  @Test func pinned() {
    let recipe = Recipe("box", version: "1.2.0") {
      sampleSource()
      facts()
      Script { PipInstall() }
      HostRequirements {
        "python"; "pip"
      }
      RunRequirements { "python >=3.10" }
      Tests { Imports("box") }
    }
    expectFinding("pinned-python", in: recipe, linesUp: 3)
  }

  @Test func pinnedInNoarch() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        sampleSource()
        facts()
        Noarch.python
        Script { PipInstall() }
        HostRequirements {
          "python >=3.10"; "pip"
        }
        RunRequirements { "python >=3.10" }
        Tests { Imports("box") }
      })
  }

  @Test func inBuild() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      BuildRequirements { "python" }
    }
    expectFinding("python-in-build", in: recipe, linesUp: 2, .warning)
  }

  @Test func crossBuild() {
    let recipe = Recipe("box", version: "1.2.0") {
      CrossBuild(.linuxAArch64, on: .linux64)
      sampleSource()
      facts()
      Script { PipInstall() }
      HostRequirements {
        "python"
        "pip"
      }
      RunRequirements { "python" }
      Tests { Imports("box") }
    }
    expectFinding("cross-build-without-python", in: recipe, linesUp: 6, message: "linux-aarch64")
  }

  @Test func crossBuildWithPython() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        CrossBuild(.linuxAArch64, on: .linux64)
        box()
        BuildRequirements {
          when(.crossBuild) {
            "python"
            "cross-python_\(.platform)"
          }
        }
      })
  }
}
