import Diagnostics
import GeNNForge
import Testing

struct PinTests {
  @Test func pinWithoutHost() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      HostRequirements { "numpy" }
      RunRequirements {
        PinCompatible("nunpy")
      }
    }
    expectFinding("pin-without-host", in: recipe, linesUp: 3, remedy: "did you mean 'numpy'?")
  }

  @Test func pinWithHost() {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        HostRequirements { "numpy" }
        RunRequirements { PinCompatible("numpy", upperBound: "x.x") }
      })
  }

  @Test func pinWhereHostLacksThePackage() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      HostRequirements { when(.unix) { "libpng" } }
      RunRequirements { PinCompatible("libpng") }
    }
    expectFinding("pin-without-host-somewhere", in: recipe, linesUp: 2, message: "win-64")
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        HostRequirements { when(.unix) { "libpng" } }
        RunRequirements { when(.linux) { PinCompatible("libpng") } }
      })
  }

  @Test func pinInHost() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      HostRequirements { PinCompatible("numpy") }
    }
    expectFinding("pin-in-host", in: recipe, linesUp: 2)
  }

  @Test func pinWithoutOutput() {
    let recipe = Recipe("box-split", version: "1.2.0") {
      FeedstockName("box")
      Output("libbox") { leaf("libbox") }
      Output("box") {
        leaf("box")
        RunRequirements {
          PinSubpackage("libboxx", exact: true)
        }
      }
      facts()
    }
    expectFinding("pin-without-output", in: recipe, linesUp: 5, remedy: "did you mean 'libbox'?")
  }

  @Test func pinWithOutput() {
    expectNone(
      in: Recipe("box-split", version: "1.2.0") {
        FeedstockName("box")
        Output("libbox") {
          leaf("libbox")
          RunExports { PinSubpackage("libbox", upperBound: "x.x") }
        }
        Output("box") {
          leaf("box")
          RunRequirements { PinSubpackage("libbox", exact: true) }
        }
        facts()
      })
  }

  @Test(arguments: ["", "x.y", "x..x", "X", "x.x.", "a b"]) func invalidBound(bound: String) {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      HostRequirements { "numpy" }
      RunRequirements { PinCompatible("numpy", upperBound: bound) }
    }
    expectFinding("invalid-pin-bound", in: recipe, linesUp: 2)
  }

  @Test(arguments: ["x", "x.x.x", "3", "2.0a0"]) func validBound(bound: String) {
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        HostRequirements { "numpy" }
        RunRequirements { PinCompatible("numpy", lowerBound: nil, upperBound: bound) }
      })
  }

  @Test func selfRequirement() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements { "box >=1" }
    }
    expectFinding("self-requirement", in: recipe, linesUp: 2)
  }

  @Test func inventedVersion() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunConstraints { "crate ==9999999999" }
    }
    expectFinding("invented-version", in: recipe, linesUp: 2, .warning)
    expectNone(
      in: Recipe("box", version: "1.2.0") {
        box()
        RunConstraints { "crate <0.0a0" }
      })
  }

  @Test func lateHash() {
    let recipe = Recipe("box", version: "1.2.0") {
      box()
      RunRequirements { "crate ==1 cpu_h\(.hash)_0" }
    }
    expectFinding("late-hash", in: recipe, linesUp: 2)
  }
}
