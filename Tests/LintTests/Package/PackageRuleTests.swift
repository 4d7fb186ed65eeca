import Diagnostics
import GeNNForge
import Testing

struct PackageRuleTests {
  @Test func emptyRecipe() {
    let recipe = Recipe("box", version: "1.2.0") {
      Maintainers("someone")
    }
    expectFinding("empty-recipe", in: recipe, linesUp: 3)
  }

  @Test func emptyOutput() {
    let recipe = Recipe("box", version: "1.2.0") {
      FeedstockName("box")
      Output("box") { leaf("box") }
      Output("bag") { Tests { Command("true") } }
      facts()
    }
    expectFinding("empty-output", in: recipe, linesUp: 3)
  }

  @Test func packageThatOnlyAsksForOthersIsNotEmpty() {
    expectNone(
      in: Recipe("bag", version: "1.2.0") {
        RunRequirements { "numpy >=2" }
        Tests { Command("true") }
        facts()
      })
  }

  @Test func sourceThatNothingInstalls() {
    let recipe = Recipe("bag", version: "1.2.0") {
      sampleSource()
      RunRequirements { "numpy >=2" }
      Tests { Command("true") }
      facts()
    }
    expectFinding("unused-source", in: recipe, linesUp: 5, .warning)
  }

  @Test(arguments: ["a; rm -rf /", "- [x]", "Box", "b--x", "-box", "", "böx", "a$(id)", "a\nb"])
  func invalidName(name: String) {
    let recipe = Recipe(name, version: "1.2.0") { box() }
    expectFinding("invalid-name", in: recipe, linesUp: 1)
  }

  @Test(arguments: ["box", "lib_box", "box-2.0", "_openmp_mutex", "2to3"])
  func validName(name: String) {
    expectNone(in: Recipe(name, version: "1.2.0") { box() })
  }

  @Test func nameOfTheMachine() {
    let recipe = Recipe("__box", version: "1.2.0") { box() }
    expectFinding("virtual-name", in: recipe, linesUp: 1)
  }

  @Test func invalidNamesElsewhere() {
    let recipe = Recipe("box", version: "1.2.0") {
      FeedstockName("the box")
      Output("Box") { leaf("Box") }
      Output("bag") {
        leaf("bag")
        IgnoreRunExports(byName: ["a b"])
        Tests { Downstream("c;d") }
      }
      facts()
    }
    expectFindings(Array(repeating: "invalid-name", count: 4), in: recipe)
  }

  @Test(arguments: ["", "1.2-3", "1..2", "1 2", "1.2;x", "1/2"]) func invalidVersion(
    version: String
  ) {
    let recipe = Recipe("note", version: version) { note() }
    expectFinding("invalid-version", in: recipe, linesUp: 1)
  }

  @Test(arguments: ["3.10", "1!2.0", "1.2.0rc1", "2025.09.01", "1.2.0+local"])
  func validVersion(version: String) {
    expectNone(in: Recipe("note", version: version) { note() })
  }

  @Test func placeholderVersion() {
    let recipe = Recipe("note", version: "0.0.0") { note() }
    expectFinding("placeholder-version", in: recipe, linesUp: 1, .warning)
  }

  @Test func duplicateOutput() {
    let recipe = Recipe("box", version: "1.2.0") {
      FeedstockName("box")
      Output("box") { leaf("a") }
      Output("box") { leaf("b") }
      facts()
    }
    expectFinding("duplicate-output", in: recipe, linesUp: 3)
  }

  @Test func missingFeedstockName() {
    let recipe = Recipe("box-split", version: "1.2.0") {
      Output("box") { leaf("box") }
      Output("bag") { leaf("bag") }
      facts()
    }
    expectFinding("missing-feedstock-name", in: recipe, linesUp: 5, .warning)
    expectNone(
      in: Recipe("box-split", version: "1.2.0") {
        Output("box") { leaf("box") }
        facts()
      })
  }

  @Test func feedstockNameEnding() {
    let recipe = Recipe("box-split", version: "1.2.0") {
      FeedstockName("box-feedstock")
      Output("box") { leaf("box") }
      facts()
    }
    expectFinding(
      "feedstock-name-ending", in: recipe, linesUp: 4, remedy: "write FeedstockName(\"box\")")
  }
}
