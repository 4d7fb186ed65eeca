package import Foundation

/// Runs the scripts of `Tests/Engines` with the interpreter that `GENNFORGE_PYTHON` names.
///
///     @Suite(.enabled(if: PythonEngine.isAvailable, "\(PythonEngine.hint)"))
///     struct MyTests {
///       @Test func rendered() throws {
///         let document = try PythonEngine().renderV1(recipe, variants: [file], platforms: ["win-64"])
package struct PythonEngine: Sendable {
  package static let variable = "GENNFORGE_PYTHON"
  package static let hint =
    "\(variable) is not set: `make test` sets it to a Python that has requirements-test.txt"
  package static var isAvailable: Bool {
    ProcessInfo.processInfo.environment[variable]?.isEmpty == false
  }

  /// The recipes that the engines' own tests use.
  package static let examples = folder.appending(path: "examples")
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Engines")

  private let interpreter: URL

  package init() throws {
    guard let path = ProcessInfo.processInfo.environment[Self.variable], !path.isEmpty else {
      throw EngineFailure(script: "", message: Self.hint)
    }
    interpreter = URL(filePath: path)
  }

  /// rattler-build's own engine on a recipe.yaml. No platforms means the five usual ones.
  package func renderV1(
    _ recipe: URL, variants: [URL] = [], platforms: [String] = []
  ) throws -> RenderedDocument {
    try render("render_v1.py", recipe, "--variants", variants, platforms)
  }

  /// conda-build's way on a meta.yaml: selectors, Jinja2, YAML.
  package func renderV0(
    _ recipe: URL, configs: [URL] = [], platforms: [String] = []
  ) throws -> RenderedDocument {
    try render("render_v0.py", recipe, "--config", configs, platforms)
  }

  /// Builds a recipe.yaml without channels; with `test`, the packages' own tests run as well.
  package func buildV1(
    _ recipe: URL, variants: [URL] = [], outputFolder: URL, test: Bool = true
  ) throws -> BuiltDocument {
    var arguments = [recipe.path(percentEncoded: false)]
    for file in variants { arguments += ["--variants", file.path(percentEncoded: false)] }
    arguments += ["--output-dir", outputFolder.path(percentEncoded: false)]
    if test { arguments.append("--test") }
    return try run("build_v1.py", arguments)
  }

  private func render(
    _ script: String, _ recipe: URL, _ flag: String, _ configs: [URL], _ platforms: [String]
  ) throws -> RenderedDocument {
    var arguments = [recipe.path(percentEncoded: false)]
    for file in configs { arguments += [flag, file.path(percentEncoded: false)] }
    for platform in platforms { arguments += ["--platform", platform] }
    return try run(script, arguments)
  }

  private func run<Document: Decodable>(
    _ script: String, _ arguments: [String]
  ) throws -> Document {
    let output = try output(of: script, arguments)
    if let refusal = try? JSONDecoder().decode(EngineRefusal.self, from: output) { throw refusal }
    return try JSONDecoder().decode(Document.self, from: output)
  }

  /// All that a script prints.
  package func output(of script: String, _ arguments: [String]) throws -> Data {
    let log = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let process = Process()
    process.executableURL = interpreter
    process.arguments =
      [Self.folder.appending(path: script).path(percentEncoded: false)] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard !answer.isEmpty else {
      throw EngineFailure(
        script: script, message: String(decoding: try Data(contentsOf: log), as: UTF8.self))
    }
    return answer
  }
}
