import Diagnostics
import Foundation
import RecipeModel
import RecipeWriter
import Testing

/// A shell that sources activation scripts, and writes its environment down in between.
struct ActivationBench: Sendable, CustomTestStringConvertible {
  var name: String
  var tool: Tool?
  var fileExtension: String
  /// How it is started with a script.
  var arguments: [String]
  /// Lines that do what the scenario says.
  var source: @Sendable (String) -> String
  var setPrefix: @Sendable (String) -> String
  var strict = ""

  var testDescription: String { name }

  static let posix: @Sendable (String) -> String = { ". '\($0)'" }
  static let export: @Sendable (String) -> String = { "export CONDA_PREFIX='\($0)'" }

  static let all: [ActivationBench] = [
    ActivationBench(
      name: "bash", tool: .bash, fileExtension: "sh", arguments: [], source: posix,
      setPrefix: export, strict: "set -euo pipefail"),
    ActivationBench(
      name: "dash", tool: .dash, fileExtension: "sh", arguments: [], source: posix,
      setPrefix: export, strict: "set -eu"),
    ActivationBench(
      name: "zsh", tool: .zsh, fileExtension: "sh", arguments: ["-f"], source: posix,
      setPrefix: export, strict: "set -eu"),
    ActivationBench(
      name: "fish", tool: .fish, fileExtension: "fish", arguments: ["--no-config"],
      source: { "source '\($0)'" }, setPrefix: { "set -gx CONDA_PREFIX '\($0)'" }),
    ActivationBench(
      name: "pwsh", tool: .powerShell, fileExtension: "ps1",
      arguments: ["-NoProfile", "-NonInteractive", "-File"], source: { ". '\($0)'" },
      setPrefix: { "$Env:CONDA_PREFIX = '\($0)'" }),
  ]

  static let present = all.filter { $0.tool != nil }

  enum Action {
    case activate(prefix: String)
    case deactivate
    /// Writes the environment down.
    case look
  }

  /// The environments at each look, without what every shell changes by itself.
  func run(
    _ changes: [EnvironmentChange], _ actions: [Action], environment: [String: String]
  ) throws -> [[String: String]] {
    let tool = try #require(self.tool)
    let folder = try Folder("activation")
    var findings = Findings()
    let files = ActivationScripts(changes).files(
      package: "my-pygenn", on: .unix, findings: &findings)
    #expect(findings.all.isEmpty)
    for file in files { try folder.write(file.path, file.text) }
    let scripts = "\(folder.path)/activation/unix/my-pygenn_"
    var lines = strict.isEmpty ? [] : [strict]
    var looks = 0
    for action in actions {
      switch action {
      case .activate(let prefix):
        lines += [setPrefix(prefix), source("\(scripts)activate.\(fileExtension)")]
      case .deactivate: lines.append(source("\(scripts)deactivate.\(fileExtension)"))
      case .look:
        lines.append("/usr/bin/env -0 > look\(looks)")
        looks += 1
      }
    }
    let driver = "driver.\(fileExtension)"
    try folder.write(driver, lines.joined(separator: "\n") + "\n")
    let outcome = try tool.run(arguments + [driver], in: folder, environment: environment)
    #expect(
      outcome.status == 0 && outcome.out.isEmpty && outcome.err.isEmpty, "\(name): \(outcome)")
    return try (0..<looks).map { try Self.variables(in: folder.read("look\($0)")) }
  }

  private static func variables(in text: String) -> [String: String] {
    var variables: [String: String] = [:]
    for entry in text.split(separator: "\0") {
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      variables[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
    }
    for own in ["_", "SHLVL", "PWD", "OLDPWD", "CONDA_PREFIX", "HOME", "USER"] {
      variables[own] = nil
    }
    return variables
  }
}
