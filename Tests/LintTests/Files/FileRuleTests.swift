import Diagnostics
import GeNNForge
import Testing

struct FileRuleTests {
  @Test(arguments: [
    "../run.py", "/etc/passwd", "a\\b.py", "", "a//b", "./a", "C:/a", "a/../b", "con",
    "tests/NUL.txt",
    "a:b", "a\nb", "$(id).py", "a|b", "x. ", "a?", String(repeating: "a", count: 300),
  ])
  func invalidPath(path: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      File(path, text: "")
    }
    expectFinding("invalid-file-path", in: recipe, linesUp: 2)
  }

  @Test(arguments: ["run.py", "tests/run_all.py", ".hidden", "a b.txt", "it's.txt", "console.py"])
  func validPath(path: String) {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        File(path, text: "")
      })
  }

  @Test func duplicateFile() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      File("run.py", text: "1")
      File("Run.py", text: "2")
    }
    expectFinding("duplicate-file", in: recipe, linesUp: 2)
  }

  @Test(arguments: [
    "recipe.yaml", "meta.yaml", "build.sh", "Recipe.yaml", "post-link.bat", "build-note.sh",
  ])
  func generatedFile(path: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      PostLink { Message("Hello") }
      File(path, text: "")
    }
    expectFinding("generated-file", in: recipe, linesUp: 2)
  }

  /// What a recipe says nothing of may be files of the author's own.
  @Test func filesOfOnesOwn() {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        sampleSource()
        Tests { Command("note --help") }
        facts()
        for path in ["build.sh", "build.bat", "post-link.sh", "conda-forge.yml", "variants.yaml"] {
          File(path, text: "")
        }
      })
  }

  @Test func missingTestFile() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      File("run_tests.py", text: "")
      Tests {
        Command("python run_test.py", files: ["run_test.py"])
      }
    }
    expectFinding(
      "missing-recipe-file", in: recipe, linesUp: 3, .warning,
      remedy: "did you mean 'run_tests.py'?")
  }

  @Test func testFiles() {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        note()
        File("tests/run.py", text: "")
        Tests { Command("python tests/run.py", files: ["tests", "*.txt"]) }
      })
  }

  @Test func testFileElsewhere() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Tests {
        Command("python run.py", files: ["../run.py"])
      }
    }
    expectFinding("invalid-file-path", in: recipe, linesUp: 3)
  }
}
