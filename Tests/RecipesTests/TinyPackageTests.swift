import Foundation
import GeNNForge
import PythonEngine
import RecipeWriter
import Testing

/// A recipe written in the DSL, built to a package by the real engine, without any channel.
@Suite(.enabled(if: PythonEngine.isAvailable, "\(PythonEngine.hint)"))
struct TinyPackageTests {
  private let tiny = Recipe("tiny-thing", version: "1.0") {
    BuildNumber(7)
    Skip(.windows)
    Script {
      WriteFile(
        .prefix / "share" / "tiny-thing" / "it's $here.txt", "100% \"plain\" & `safe` $HOME\n")
      Require(file: .prefix / "share" / "tiny-thing" / "it's $here.txt")
    }
    EnvironmentVariables(["TINY_PATH": "\(.prefix)", "TINY_WORDS": "a \"b\" $c"])
    Activation(.set("TINY_MODE", "on"))
    PostLink { Message("tiny-thing is here: it's \"fine\"") }
    Tests {
      PackageContents(files: ["share/tiny-thing/*.txt"])
      Command("test -f \"$PREFIX/etc/conda/env_vars.d/tiny-thing.json\"")
    }
    About(
      homepage: "https://example.org", license: "MIT", licenseFiles: ["LICENSE"],
      summary: "A tiny thing")
    File("LICENSE", text: "Do what you like.\n")
    Maintainers("someone")
  }

  @Test func builtAndInspected() throws {
    let compiled = try CompiledFolder(tiny, format: .v1)
    #expect(compiled.findings == [])
    let document = try PythonEngine().buildV1(
      compiled["recipe/recipe.yaml"], outputFolder: compiled["output"])
    let package = try #require(document.packages.first)
    #expect(document.packages.count == 1)
    #expect(package.file.hasPrefix("tiny-thing-1.0-") && package.file.hasSuffix("_7.conda"))
    #expect(
      package.files["share/tiny-thing/it's $here.txt"]?.text
        == "100% \"plain\" & `safe` $HOME\n")

    let json = try #require(package.files["etc/conda/env_vars.d/tiny-thing.json"]?.text)
    let variables = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    #expect(variables["TINY_WORDS"] == "a \"b\" $c")
    // The prefix of the build, which conda replaces.
    #expect(variables["TINY_PATH"]?.contains("placehold") == true)

    #expect(package.linkScripts == ["post-link": ["bin/.tiny-thing-post-link.sh"]])
    for shell in ["sh", "fish", "ps1"] {
      #expect(package.files["etc/conda/activate.d/tiny-thing_activate.\(shell)"] != nil)
      #expect(package.files["etc/conda/deactivate.d/tiny-thing_deactivate.\(shell)"] != nil)
    }
    #expect(package.files["info/licenses/LICENSE"] != nil)
    let tests = try #require(package.tests)
    // Contents were checked while it was built; the command is what is left to run.
    #expect(tests.map(\.success) == [true])
    // The link script wrote to .messages.txt, and the installer shows what is in there.
    #expect(tests.contains { $0.output.contains { $0.contains("tiny-thing is here") } })
  }
}
