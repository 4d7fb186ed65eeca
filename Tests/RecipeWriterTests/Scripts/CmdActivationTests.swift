import Diagnostics
import Foundation
import RecipeModel
import RecipeWriter
import Testing

/// Activation in cmd, where an empty variable is an unset one.
@Suite(.serialized, .enabled(if: Tool.wine != nil, "install wine64"))
struct CmdActivationTests {
  private static let prefix = "C:\\pre fix & (x) 'q' !"

  private func run(
    _ changes: [EnvironmentChange], _ calls: [String], environment: [String: String]
  ) throws -> [[String: String]] {
    let wine = try #require(Wine.shared)
    let folder = try Folder("activation")
    var findings = Findings()
    let files = ActivationScripts(changes).files(
      package: "my-pygenn", on: .windows, findings: &findings)
    #expect(findings.all.isEmpty)
    for file in files { try folder.write(file.path, file.text) }
    // As conda writes its own: one line a call, in a file that is called in turn.
    var lines = ["@set >look0"]
    for (index, call) in calls.enumerated() {
      lines.append(
        call.hasPrefix("set ")
          ? "@\(call)" : "@call activation\\windows\\my-pygenn_\(call).bat")
      lines.append("@set >look\(index + 1)")
    }
    try folder.write("driver.bat", (lines + [""]).joined(separator: "\r\n"))
    let outcome = try wine.cmd("driver.bat", in: folder, environment: environment)
    #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.err.isEmpty, "\(outcome)")
    return try (0...calls.count).map { try Self.variables(in: folder.read("look\($0)")) }
  }

  private static func variables(in text: String) -> [String: String] {
    var variables: [String: String] = [:]
    for line in text.split(separator: "\r\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
    }
    variables["CONDA_PREFIX"] = nil
    return variables
  }

  private static func difference(
    _ look: [String: String], _ other: [String: String]
  ) -> [String: String] {
    look.filter { other[$0.key] != $0.value }.merging(other.filter { look[$0.key] == nil }) { $1 }
  }

  @Test func deactivatingRestoresExactly() throws {
    // No percent sign: Wine looks for variables in the values of variables.
    let before = [
      "CUDA_PATH": "D:\\cuda & ^x", "GONE": "g", "LIST": "D:\\a;D:\\b c",
      "CONDA_PREFIX": Self.prefix,
    ]
    let changes: [EnvironmentChange] = [
      .set("CUDA_PATH", .libraryPrefix), .set("NEW", "\(.prefix)\" & \"\(.prefix)!"),
      .unset("GONE"),
      .unset("NEVER"), .prepend("LIST", .libraryPrefix / "lib"),
      .prepend("NEW_LIST", .prefix / "x"),
    ]
    let looks = try run(
      changes, ["deactivate", "activate", "activate", "deactivate", "deactivate"],
      environment: before)
    #expect(Self.difference(looks[1], looks[0]).isEmpty)
    for look in looks[2...3] {
      let visible = look.filter { !$0.key.hasPrefix("_MY_PYGENN_") && looks[0][$0.key] != $0.value }
      #expect(
        visible == [
          "CUDA_PATH": "\(Self.prefix)\\Library", "NEW": "\(Self.prefix)\" & \"\(Self.prefix)!",
          "LIST": "\(Self.prefix)\\Library\\lib;D:\\a;D:\\b c", "NEW_LIST": "\(Self.prefix)\\x",
        ])
      #expect(look["GONE"] == nil)
    }
    #expect(Self.difference(looks[4], looks[0]).isEmpty)
    #expect(Self.difference(looks[5], looks[0]).isEmpty)
  }

  @Test func everyLetterArrives() throws {
    let texts = BatchStepTests.texts
    let changes = texts.enumerated().map { EnvironmentChange.set("X\($0)", ScriptText($1)) }
    let looks = try run(
      changes, ["activate", "deactivate"], environment: ["CONDA_PREFIX": Self.prefix])
    expectSame(texts.indices.compactMap { looks[1]["X\($0)"] }, texts)
    #expect(Self.difference(looks[2], looks[0]).isEmpty)
  }
}
