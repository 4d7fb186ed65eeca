import Diagnostics
import GeNNForge
import Testing

struct SharedFilesTests {
  @OutputBuilder
  private func python(_ constraint: RecipeText? = nil) -> [OutputEntry] {
    Script { PipInstall() }
    HostRequirements {
      "python"; "pip"
    }
    RunRequirements { "python" }
    if let constraint { RunConstraints { constraint } }
    Tests { Imports("box") }
  }

  private func recipe(
    _ first: [OutputEntry], _ second: [OutputEntry], name: String = "box-cuda"
  ) -> Recipe {
    Recipe("box-split", version: "1.2.0") {
      FeedstockName("box")
      sampleSource()
      Output("box-cpu") { first }
      Output(name) { second }
      facts()
    }
  }

  @OutputBuilder private func skip(_ condition: Condition) -> [OutputEntry] { Skip(condition) }

  @Test func samePythonPackage() {
    let recipe = Recipe("box-split", version: "1.2.0") {
      FeedstockName("box")
      sampleSource()
      Output("box-cpu") { python() }
      Output("box-gpu") {
        python()
      }
      facts()
    }
    let found = findings(in: recipe)
    #expect(found.map(\.id) == ["shared-files"], "\(described(found))")
    #expect(
      found.first?.message
        == "both 'box-cpu' and 'box-gpu' own the Python package of the same source")
    #expect(found.first?.notes.count == 1)
  }

  @Test func buildsOfDifferentVariantsMeetAtTheUser() {
    expectFindings(
      ["shared-files"], in: recipe(python() + skip(.cuda), python() + skip(!.cuda)))
  }

  @Test func platformsKeepThemApart() {
    expectNone(in: recipe(python() + skip(.unix), python() + skip(.windows)))
  }

  @Test func pythonsKeepThemApart() {
    expectNone(
      in: recipe(
        python() + skip(Python.version < "3.12"), python() + skip(Python.version >= "3.12")))
  }

  @Test func oneKeepsTheOtherAway() {
    expectNone(in: recipe(python(), python("box-cpu <0.0a0")))
    expectNone(in: recipe(python("box-cuda >=99"), python()))
    expectFindings(["shared-files"], in: recipe(python(), python("box-cpu >=1")))
  }

  @Test func buildsOfOnePackageKeepThemApart() {
    @OutputBuilder func asking(_ spec: RecipeText) -> [OutputEntry] {
      python()
      RunRequirements { spec }
    }
    expectNone(in: recipe(asking("backend * cpu_*"), asking("backend * cuda*")))
    expectFindings(
      ["shared-files"], in: recipe(asking("backend * cu*"), asking("backend * cuda*")))
  }

  @Test func sameDestination() {
    @OutputBuilder func writing(_ path: ScriptPath) -> [OutputEntry] {
      Script { WriteFile(.prefix / "share" / path, "a note") }
      Tests { Command("true") }
    }
    expectFindings(["shared-files"], in: recipe(writing("a.txt"), writing("a.txt")))
    expectNone(in: recipe(writing("a.txt"), writing("b.txt")))
  }

  @Test func sameTree() {
    @OutputBuilder func copying(_ from: ScriptPath, _ to: ScriptPath) -> [OutputEntry] {
      Script { Copy(tree: from, to: .prefix / to) }
      Tests { Command("true") }
    }
    expectFindings(
      ["shared-files"], in: recipe(copying("include", "include"), copying("include", "include")))
    expectNone(in: recipe(copying("include", "include"), copying("lib", "include")))
  }

  @Test func sameContents() {
    @OutputBuilder func holding(_ file: String) -> [OutputEntry] {
      Script { Run("make", "install") }
      Tests { PackageContents(libraries: [file]) }
    }
    expectFindings(["shared-files"], in: recipe(holding("box"), holding("box")))
    expectNone(in: recipe(holding("box"), holding("bag")))
    // Two patterns may well be about different files.
    expectNone(in: recipe(holding("box*"), holding("box*")))
  }
}
