import Diagnostics

extension V1.Renderer {
  /// A build plan once it is rendered.
  enum Plan: Sendable {
    case script(V1.RenderedScript)
    case steps([V1.Tree])
  }

  mutating func plan(_ plan: V1.BuildPlan) throws(Diagnostic) -> Plan {
    switch plan {
    case .script(let script): return .script(try self.script(script))
    case .steps(let steps, let place):
      guard permissions.isExperimental else {
        throw .experimentalFeature("'build.steps'", at: location(place))
      }
      var trees: [V1.Tree] = []
      for step in steps {
        if let tree = try self.step(step) { trees.append(tree) }
      }
      return .steps(trees)
    }
  }

  mutating func script(_ script: V1.Script) throws(Diagnostic) -> V1.RenderedScript {
    var result = V1.RenderedScript()
    guard !script.isDefault else { return result }
    result.interpreter = try optional(script.interpreter)
    result.environment = try environment(script.environment)
    result.secrets = script.secrets
    result.directory = try optional(script.directory)
    result.hasContentField = script.hasContentField
    if let file = script.file {
      let path = try text(file)
      result.content = .file(path)
      if result.interpreter == nil { result.interpreter = Self.interpreter(of: path) }
    } else if let content = script.content {
      let commands = try commands(content)
      let hasOptions =
        !result.environment.isEmpty || result.interpreter != nil || result.directory != nil
        || !result.secrets.isEmpty
      switch commands.first {
      case let command? where commands.count == 1 && script.hasContentField:
        result.content = .content(command)
      case let command? where commands.count == 1 && !hasOptions: result.content = .text(command)
      default: result.content = .commands(commands)
      }
    }
    return result
  }

  /// Conditions are resolved, commands stay as they were written. Both branches count as used, since
  /// the variant must not depend on which of them is taken.
  private mutating func commands(_ content: V1.Texts) throws(Diagnostic) -> [String] {
    noteAll(content)
    return try list(content) { _, value in
      value.source.isEmpty ? nil : value.source
    }
  }

  private mutating func noteAll(_ branches: V1.Texts) {
    for branch in branches {
      switch branch {
      case .element(let value): note(template: value)
      case .conditional(let condition, let then, let otherwise):
        evaluator.note(accesses: condition.variables)
        noteAll(then)
        noteAll(otherwise)
      }
    }
  }

  /// Variables that render to nothing are not set.
  private mutating func environment(
    _ variables: [(name: String, value: V1.Templated<String>)]
  ) throws(Diagnostic) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    for (name, value) in variables {
      let text = try text(value)
      guard !text.utf8.contains(0x0A), !text.utf8.contains(0x0D) else {
        throw .invalidValue(
          of: "env.\(name)", "it has a line break, which no build script can carry",
          remedy: "write it in one line", at: location(value.place))
      }
      if !text.isEmpty { result.append((name, text)) }
    }
    return result
  }

  private mutating func step(_ step: V1.Step) throws(Diagnostic) -> V1.Tree? {
    evaluator.note(accesses: step.variables)
    if let condition = step.condition, try !holds(condition) { return nil }
    let commands = try commands(step.run)
    guard !commands.isEmpty else { return nil }
    var fields = V1.Fields([("run", .texts(commands))])
    fields.add("interpreter", try optional(step.interpreter))
    let environment = try environment(step.environment)
    let directory = try optional(step.directory)
    fields.add("env", V1.Fields(environment.map { ($0.name, .string($0.value)) }))
    fields.add("cwd", directory)
    return .fields(fields)
  }

  /// What runs a file, by the last part of its name.
  private static func interpreter(of path: String) -> String? {
    let name = path.parts(separator: "/", splits: nil).last ?? path
    let parts = name.parts(separator: ".", splits: nil)
    guard parts.count > 1, let suffix = parts.last, !parts[0].isEmpty || parts.count > 2 else {
      return nil
    }
    return switch suffix.lowercased() {
    case "py": "python"
    case "rb": "ruby"
    case "js": "nodejs"
    case "pl": "perl"
    case "r": "rscript"
    case "sh", "bash": "bash"
    case "bat", "cmd": "cmd"
    case "ps1": "powershell"
    case "nu": "nushell"
    default: nil
    }
  }
}
