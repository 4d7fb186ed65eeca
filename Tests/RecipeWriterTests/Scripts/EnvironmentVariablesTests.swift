import Diagnostics
import Foundation
import RecipeModel
import RecipeWriter
import Testing

/// `env_vars.d` files as conda's own JSON reader sees them.
struct EnvironmentVariablesTests {
  private static let texts = NastyText.lines + NastyText.unix

  private static var variables: EnvironmentVariables {
    EnvironmentVariables(
      [
        .init("CUDA_PATH", .libraryPrefix), .init("HEADERS", .prefix / "include" / "genn's"),
        .init("BOTH", "\(.prefix):\(path: .libraryPrefix / "lib")"),
      ] + texts.enumerated().map { .init("X\($0)", ScriptText($1)) })
  }

  private static func step() throws -> ScriptStep {
    var findings = Findings()
    let step = variables.installation(package: "pygenn", findings: &findings)
    #expect(findings.all.isEmpty)
    return try #require(step)
  }

  private static func read(_ file: String) throws -> [String: String] {
    let python = try #require(Tool.python)
    let script = """
      import json, sys
      for key, value in json.load(open(sys.argv[1], encoding="utf-8")).items():
          sys.stdout.buffer.write((key + "\\0" + value + "\\0").encode())
      """
    let outcome = try python.run(["-c", script, file], in: try Folder("json"))
    #expect(outcome.status == 0, "\(outcome.err)")
    let parts = outcome.out.split(separator: "\0", omittingEmptySubsequences: false)
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: parts.count - 1, by: 2).map {
        (String(parts[$0]), String(parts[$0 + 1]))
      })
  }

  @Test(
    .enabled(if: Tool.bash != nil, "install bash"),
    .enabled(if: Tool.python != nil, "install python3"))
  func unixPrefixesAreFilledIn() throws {
    let build = try UnixBuild()
    try build.folder.makeFolder("a b")
    let prefix = "\(build.folder.path)/a b"
    try build.run([Self.step()], variables: ["PREFIX": prefix]).expectSuccess()
    let shown = try Self.read("\(prefix)/etc/conda/env_vars.d/pygenn.json")
    #expect(shown["CUDA_PATH"] == prefix)
    #expect(shown["HEADERS"] == "\(prefix)/include/genn's")
    #expect(shown["BOTH"] == "\(prefix):\(prefix)/lib")
    expectSame(Self.texts.indices.compactMap { shown["X\($0)"] }, Self.texts)
  }

  @Test(
    .enabled(if: Tool.wine != nil, "install wine64"),
    .enabled(if: Tool.python != nil, "install python3"),
    .enabled(if: Wine.shared?.locale != nil, "install locales, for localedef's sources"))
  func windowsPrefixesHaveForwardSlashes() throws {
    let build = try WindowsBuild()
    try build.run([Self.step()]).expectSuccess()
    let shown = try Self.read(
      "\(build.folder.path)/\(WindowsBuild.prefix)/etc/conda/env_vars.d/pygenn.json")
    let prefix = "Z:\(build.folder.path)/\(WindowsBuild.prefix)"
    #expect(shown["CUDA_PATH"] == prefix + "/Library")
    #expect(shown["HEADERS"] == "\(prefix)/include/genn's")
    #expect(shown["BOTH"] == "\(prefix):\(prefix)/Library/lib")
    expectSame(Self.texts.indices.compactMap { shown["X\($0)"] }, Self.texts)
  }

  @Test func mistakesAreFound() {
    let place = SourceLocation(file: "Recipes/X.swift", line: 3)
    var findings = Findings()
    _ = EnvironmentVariables([
      .init("PATH", "x", at: place), .init("A", "x"), .init("a", "y", at: place),
      .init("1B", "x", at: place), .init("C", .srcDir, at: place),
      .init("D", .environment("HOME"), at: place),
    ]).installation(package: "x", findings: &findings)
    #expect(
      findings.all.map(\.id) == [
        "path-not-settable", "variable-set-twice", "variable-name-not-valid",
        "variable-not-known", "value-not-fixed",
      ])
    #expect(findings.all.allSatisfy { $0.location == place && $0.remedy != nil })
  }
}
