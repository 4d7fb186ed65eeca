import Foundation
import PythonEngine
import Testing

@Suite(.enabled(if: PythonEngine.isAvailable, "\(PythonEngine.hint)"))
struct BuildTests {
  private static let example = PythonEngine.examples.appending(path: "tinybox")

  private func build(_ recipe: URL, test: Bool = true) throws -> BuiltDocument {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try PythonEngine().buildV1(recipe, outputFolder: folder, test: test)
  }

  @Test func packageAndItsTests() throws {
    let document = try build(Self.example.appending(path: "recipe.yaml"))
    let package = try #require(document.packages.first)
    #expect(document.packages.count == 1)
    // The hash of {"target_platform": "noarch"}.
    #expect(package.file == "tinybox-1.0-h4616a5c_3.conda")
    #expect(package.files["share/tinybox/greeting.txt"]?.text == "hello\n")
    // What `sha256sum` says of "hello\n".
    #expect(
      package.files["share/tinybox/greeting.txt"]?.sha256
        == "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03")
    #expect(
      package.files["etc/conda/env_vars.d/tinybox.json"]?.text == "{\"TINYBOX\": \"on\"}\n")
    #expect(package.linkScripts == ["post-link": ["bin/.tinybox-post-link.sh"]])
    #expect(package.files["info/licenses/LICENSE"] != nil)
    let tests = try #require(package.tests)
    #expect(tests.map(\.success) == [true])
    // The script wrote to .messages.txt, and the installer shows what is in there.
    #expect(
      tests.first?.output.contains { $0.contains("tinybox: tinybox is installed") } == true)
  }

  @Test func failingTestIsReported() throws {
    let document = try build(Self.example.appending(path: "recipe-failing-test.yaml"))
    #expect(document.packages.first?.tests?.map(\.success) == [false])
  }

  @Test func missingFileFailsTheBuild() throws {
    let recipe = Self.example.appending(path: "recipe-missing-file.yaml")
    let refusal = #expect(throws: EngineRefusal.self) { try build(recipe, test: false) }
    #expect(refusal?.message.contains("share/tinybox/missing.txt") == true)
  }
}
