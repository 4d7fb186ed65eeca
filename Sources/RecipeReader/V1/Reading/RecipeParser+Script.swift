import Diagnostics

extension V1.RecipeParser {
  /// One command, a list of them, or a mapping with the script's surroundings.
  mutating func script(_ node: Node, _ section: String) throws(Diagnostic) -> V1.Script {
    guard case .mapping = node else {
      return V1.Script(content: try textsOrOne(node, section))
    }
    let fields = try mapping(
      node, section, allowed: ["interpreter", "env", "secrets", "content", "file", "cwd"])
    var script = V1.Script()
    script.interpreter = field("interpreter", of: fields) { try $0.text($1, "interpreter") }
    script.environment =
      field("env", of: fields) { try $0.environment($1, "\(section).env") } ?? []
    script.secrets = field("secrets", of: fields) { try $0.secrets($1, section) } ?? []
    script.content = field("content", of: fields) { parser, node in
      guard case .mapping = node else { return try parser.textsOrOne(node, "\(section).content") }
      throw Diagnostic.unexpectedKind(
        of: "\(section).content", node, expected: "a command or a list of them",
        at: parser.location(node.place))
    }
    script.hasContentField = fields["content"] != nil
    script.file = field("file", of: fields) { try $0.text($1, "\(section).file") }
    script.directory = field("cwd", of: fields) { try $0.text($1, "\(section).cwd") }
    return script
  }

  mutating func environment(
    _ node: Node, _ section: String
  ) throws(Diagnostic) -> [(name: String, value: V1.Templated<String>)] {
    var variables: [(name: String, value: V1.Templated<String>)] = []
    for (key, value) in try mapping(node, section).entries {
      let isName =
        key.text.utf8.first.map { !$0.isDigit } ?? false && key.text.utf8.allSatisfy(\.isNameByte)
      guard isName else {
        throw Diagnostic.invalidValue(
          of: section, "'\(key.text)' is no name for an environment variable",
          remedy: "use letters, digits and underscores", at: location(key.place))
      }
      variables.append((key.text, try text(value, section)))
    }
    return variables
  }

  private func secrets(_ node: Node, _ section: String) throws(Diagnostic) -> [String] {
    guard case .sequence(let items, _) = node else {
      throw Diagnostic.unexpectedKind(
        of: "\(section).secrets", node, expected: "a list", at: location(node.place))
    }
    var secrets: [String] = []
    for item in items { secrets.append(try scalar(item, "\(section).secrets").text) }
    return secrets
  }

  mutating func steps(_ node: Node) throws(Diagnostic) -> [V1.Step] {
    guard case .sequence(let items, _) = node else {
      throw Diagnostic.unexpectedKind(
        of: "build.steps", node, expected: "a list", at: location(node.place))
    }
    var steps: [V1.Step] = []
    for item in items { steps.append(try step(item)) }
    return steps
  }

  private mutating func step(_ node: Node) throws(Diagnostic) -> V1.Step {
    let section = "build.steps"
    let fields = try mapping(node, section, allowed: ["run", "if", "interpreter", "cwd", "env"])
    guard let run = fields["run"] else {
      throw Diagnostic.missingField("run", in: "a step", at: location(node.place))
    }
    var (step, variables) = try withVariables { parser throws(Diagnostic) in
      var step = V1.Step(run: try parser.textsOrOne(run, "build.steps.run"))
      step.condition = parser.field("if", of: fields) { try $0.condition($1) }
      step.interpreter = parser.field("interpreter", of: fields) { try $0.text($1, "interpreter") }
      step.environment =
        parser.field("env", of: fields) { try $0.environment($1, "build.steps.env") } ?? []
      step.directory = parser.field("cwd", of: fields) { try $0.text($1, "build.steps.cwd") }
      return step
    }
    step.variables = variables.sorted()
    usedVariables.formUnion(variables)
    return step
  }
}
