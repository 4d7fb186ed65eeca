import Foundation
import PythonEngine
import Testing

@Suite(.enabled(if: PythonEngine.isAvailable, "\(PythonEngine.hint)"))
final class RefusalTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, as name: String) throws -> URL {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file
  }

  @Test func recipeThatTheRealEngineRefuses() throws {
    let recipe = try write(
      "package:\n  name: a\n  version: '1'\nbuild:\n  scrpt: x\n", as: "recipe.yaml")
    let refusal = #expect(throws: EngineRefusal.self) { try PythonEngine().renderV1(recipe) }
    #expect(refusal?.message.contains("unknown field 'scrpt'") == true)
    #expect(refusal?.platform == "linux-64")
  }

  @Test(arguments: [
    ("{{ nothing }}", "'nothing' is undefined"),
    ("x  # [linux &]", "offending selector: [linux &]"),
    ("x\n  name: b", "the key 'name' occurs twice"),
    ("{{ stdlib('c') }}", "no variant key c_stdlib"),
    ("{{ pin_subpackage('a', upper_bound='x') }}", "upper_bound"),
  ])
  func recipesThatCondaBuildWouldNotTakeAsMeant(name: String, reason: String) throws {
    let recipe = try write("package:\n  name: \(name)\n  version: 1\n", as: "meta.yaml")
    let refusal = #expect(throws: EngineRefusal.self) { try PythonEngine().renderV0(recipe) }
    #expect(refusal?.message.contains(reason) == true, "\(refusal?.message ?? "")")
  }

  @Test func zippedKeysOfUnequalLength() throws {
    let config = try write(
      "a:\n  - 1\n  - 2\nb:\n  - 1\nzip_keys:\n  -\n    - a\n    - b\n",
      as: "conda_build_config.yaml")
    let recipe = try write("package:\n  name: a\n  version: 1\n", as: "meta.yaml")
    let refusal = #expect(throws: EngineRefusal.self) {
      try PythonEngine().renderV0(recipe, configs: [config])
    }
    #expect(refusal?.message == "zipped keys differ in length: a: 2, b: 1")
  }

  @Test func pathsWithSpacesAndQuotes() throws {
    let recipe = try write("package:\n  name: a\n  version: '1'\n", as: "a 'b' é %20.yaml")
    #expect(try PythonEngine().renderV1(recipe, platforms: ["win-64"]).kept.map(\.name) == ["a"])
  }

  @Test func missingRecipe() throws {
    let nowhere = FileManager.default.temporaryDirectory.appending(path: "no/such/recipe.yaml")
    let refusal = #expect(throws: EngineRefusal.self) { try PythonEngine().renderV1(nowhere) }
    #expect(refusal?.kind == "FileNotFoundError")
  }
}
