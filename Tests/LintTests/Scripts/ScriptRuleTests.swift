import Diagnostics
import GeNNForge
import Testing

struct ScriptRuleTests {
  private func recipe(@ScriptBuilder _ steps: () -> [Entry<ScriptLine>]) -> Recipe {
    let steps = steps()
    return Recipe("note", version: "1.2.0") {
      note()
      Script { steps }
    }
  }

  @Test(arguments: ["1ST", "A B", "", "A-B", "A;rm", "$(id)", "é", "A=B"])
  func variableName(name: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Script {
        Environment(name, "1")
      }
    }
    expectFinding("variable-name-not-valid", in: recipe, linesUp: 3)
  }

  @Test func variableNamesElsewhere() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Script {
        Unset("A B")
        Run("echo", "\(.environment("C D"))")
        Require(variable: "E F")
        PrependPath(.environment("G H") / "bin")
      }
      EnvironmentVariables(["I J": "1"])
      Activation(.set("K L", "1"), .unset("M N"))
    }
    expectFindings(Array(repeating: "variable-name-not-valid", count: 7), in: recipe)
  }

  @Test func variableNames() {
    expectNone(
      in: recipe {
        Environment("_A1", "a; rm -rf / \"'`$x%")
        Unset("CUDA_PATH")
      })
  }

  @Test(arguments: [
    ("CudaLibraryPath", "CUDA_LIBRARY_PATH"), ("CUDALIBRARYPATH", "CUDA_LIBRARY_PATH"),
    ("CUDAPATH", "CUDA_PATH"),
  ])
  func misspeltVariable(name: String, meant: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      EnvironmentVariables([name: "\(.prefix)"])
    }
    expectFinding(
      "misspelt-variable", in: recipe, linesUp: 2, .warning, remedy: "did you mean '\(meant)'?")
  }

  @Test func messageInABuild() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Script {
        Message("Done")
      }
    }
    expectFinding("message-outside-link-script", in: recipe, linesUp: 3)
  }

  @Test(arguments: [
    "echo done", "if true; then\n  printf '%s' done\nfi", "@echo done", "echo \"a -> b\"",
    "echo a 2>/dev/null",
  ])
  func linkScriptPrints(text: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      PostLink {
        Shell(bash: text)
      }
    }
    expectFinding("link-script-prints", in: recipe, linesUp: 3)
  }

  @Test func linkScriptRunsEcho() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      PreUnlink {
        Run("echo", "done")
      }
    }
    expectFinding("link-script-prints", in: recipe, linesUp: 3)
  }

  @Test func linkScriptRunsAProgram() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      PostLink {
        Run("python", "-m", "note")
      }
    }
    expectFinding("link-script-runs", in: recipe, linesUp: 3, .warning)
  }

  @Test func quietLinkScript() {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        PostLink {
          Message("echo this")
          Shell(
            bash: "echo done >> \"$PREFIX/.messages.txt\"",
            batch: "@echo off\r\nif errorlevel 1 exit 1")
        }
      })
  }

  @Test(arguments: [
    "$PYTHON setup.py install", "\"$PYTHON\" setup.py build install --record=record.txt",
    "cd a\npython setup.py develop",
  ])
  func setupInstall(text: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Script {
        Shell(bash: text)
      }
    }
    expectFinding("setup-install", in: recipe, linesUp: 3, .warning, remedy: "write PipInstall()")
  }

  @Test func setupInstallAsAStep() {
    expectFindings(["setup-install"], in: recipe { Run("\(.python)", "setup.py", "install") })
    expectNone(in: recipe { Run("\(.python)", "setup.py", "build_ext") })
  }

  @Test func pipByHand() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Script {
        Shell(bash: "$PYTHON -m pip install .", batch: "%PYTHON% -m pip install . --no-deps")
      }
    }
    expectFinding("pip-by-hand", in: recipe, linesUp: 3, .warning)
  }

  @Test func pipNotInHost() {
    let recipe = Recipe("box", version: "1.2.0") {
      facts()
      sampleSource()
      Script {
        PipInstall()
      }
      HostRequirements {
        "python"; "setuptools"
      }
      RunRequirements { "python" }
      Tests { Imports("box") }
    }
    expectFinding("pip-not-in-host", in: recipe, linesUp: 8)
  }

  @Test(arguments: [
    "install_name_tool -id a b || true", "set +e", "make check || exit 0", "a ||  :",
  ])
  func ignoredFailure(text: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Script {
        Shell(bash: text)
      }
    }
    expectFinding("ignored-failure", in: recipe, linesUp: 3, .warning)
  }

  @Test(arguments: ["a || exit 1", "a || b", "# true", "set -e"]) func failureCounts(text: String) {
    expectNone(in: recipe { Shell(bash: text) })
  }

  @Test(arguments: ["wget https://example.org/a", "cd a; curl -O x", "git clone x"])
  func download(text: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Script {
        Shell(bash: text)
      }
    }
    expectFinding("download-in-build", in: recipe, linesUp: 3)
  }

  @Test func downloadAsAStep() {
    expectFindings(["download-in-build"], in: recipe { Run("git", "clone", "x") })
    expectNone(in: recipe { Run("git", "apply", "x") })
    expectNone(in: recipe { Shell(bash: "./configure --with-curl=$PREFIX") })
  }
}
