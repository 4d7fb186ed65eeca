import Foundation
import Testing

/// `gennforge verify` as far as it needs no build.
struct VerifyTests {
  private let recipe = """
    schema_version: 1
    package:
      name: tiny
      version: "1.0"
    build:
      script:
        - touch $PREFIX/share/tiny
    about:
      license: MIT
    """

  private func tool() throws -> CommandLineTool {
    let tool = try CommandLineTool()
    let folder = tool.folder.appending(path: "tiny")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(recipe.utf8).write(to: folder.appending(path: "recipe.yaml"))
    return tool
  }

  @Test func rendersOnly() throws {
    let tool = try tool()
    let outcome = try tool.run(
      "verify", "tiny", "--until", "render", "--json", "--work", "work", "--junit", "report.xml")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\"stage\": \"render\""))
    #expect(outcome.output.contains("\"verified\": true"))
    #expect(outcome.errors.contains("ok"))
    #expect(try tool.text("report.xml").contains("<testcase classname=\"tiny"))
  }

  @Test func variantThatSkips() throws {
    let tool = try tool()
    try tool.append("\n", to: "tiny/recipe.yaml")
    let text = try tool.text("tiny/recipe.yaml").replacing(
      "build:\n", with: "build:\n  skip:\n    - flavour == \"none\"\n")
    try Data(text.utf8).write(to: tool.folder.appending(path: "tiny/recipe.yaml"))
    let outcome = try tool.run(
      "verify", "tiny", "--until", "render", "--variant", "flavour=none", "--work", "work")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("tiny/recipe.yaml:1:1: error: the recipe builds nothing for"))
  }

  @Test func wrongUse() throws {
    let tool = try tool()
    for (arguments, message) in [
      (["verify"], "say what to verify"), (["verify", "a", "b"], "say what to verify"),
      (["verify", "tiny", "--until", "launch"], "launch"),
      (["verify", "tiny", "--stand-in", "libfoo"], "says nothing that stands in"),
      (["verify", "tiny", "--time-limit", "0"], "limits are at least 1"),
    ] {
      let outcome = try tool.run(arguments)
      #expect(outcome.status == 64 && outcome.errors.contains(message), "\(arguments)")
    }
    let outcome = try tool.run("verify", "nothing-here", "--work", "work")
    #expect(outcome.status == 1 && outcome.errors.contains("there is no such file or folder"))
  }
}
