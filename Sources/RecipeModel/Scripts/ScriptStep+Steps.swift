package import Diagnostics

extension ScriptStep {
  package static func environment(
    _ name: String, _ value: ScriptText, at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.environment(name: name, value: value), at: location)
  }

  package static func prependPath(
    _ name: String, _ path: ScriptPath, at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.prependPath(name: name, path: path), at: location)
  }

  /// In front of `PATH`.
  package static func prependPath(
    _ path: ScriptPath, at location: SourceLocation? = nil
  ) -> ScriptStep {
    prependPath("PATH", path, at: location)
  }

  package static func unset(_ name: String, at location: SourceLocation? = nil) -> ScriptStep {
    ScriptStep(.unset(name: name), at: location)
  }

  package static func pipInstall(
    _ arguments: ScriptText..., at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.pipInstall(arguments: arguments), at: location)
  }

  package static func run(
    _ program: ScriptText, _ arguments: ScriptText..., at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.run(program: program, arguments: arguments), at: location)
  }

  package static func copyFile(
    _ from: ScriptPath, to: ScriptPath, at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.copyFile(from: from, to: to), at: location)
  }

  package static func copyTree(
    _ from: ScriptPath, to: ScriptPath, at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.copyTree(from: from, to: to), at: location)
  }

  package static func makeDirectory(
    _ path: ScriptPath, at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.makeDirectory(path), at: location)
  }

  package static func remove(_ path: ScriptPath, at location: SourceLocation? = nil) -> ScriptStep {
    ScriptStep(.remove(path), at: location)
  }

  package static func move(
    _ from: ScriptPath, to: ScriptPath, at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.move(from: from, to: to), at: location)
  }

  package static func writeFile(
    _ path: ScriptPath, _ text: ScriptText, at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.writeFile(path, text: text), at: location)
  }

  package static func require(
    _ requirement: ScriptRequirement, message: ScriptText? = nil,
    at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.require(requirement, message: message), at: location)
  }

  package static func message(
    _ lines: ScriptText..., at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.message(lines: lines), at: location)
  }

  package static func raw(
    bash: String? = nil, batch: String? = nil, at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.raw(bash: bash, batch: batch), at: location)
  }

  package static func when(
    _ condition: Condition, _ then: [ScriptStep], else otherwise: [ScriptStep] = [],
    at location: SourceLocation? = nil
  ) -> ScriptStep {
    ScriptStep(.when(condition, then: then, else: otherwise), at: location)
  }
}
