import Diagnostics

extension V1.RecipeParser {
  mutating func outputs(_ node: Node) throws(Diagnostic) -> [V1.Output] {
    guard case .sequence(let items, _) = node else {
      throw .unexpectedKind(of: "outputs", node, expected: "a list", at: location(node.place))
    }
    guard !items.isEmpty else {
      throw .invalidValue(
        of: "outputs", "there is no output", remedy: "add one", at: location(node.place))
    }
    var outputs: [V1.Output] = []
    for item in items {
      do throws(Diagnostic) {
        var (output, variables) = try withVariables { parser throws(Diagnostic) in
          try parser.output(item)
        }
        outputVariables.formUnion(variables)
        if case .package(var package) = output {
          package.mentioned = variables
          output = .package(package)
        }
        if let output { outputs.append(output) }
      } catch {
        findings.append(error)
      }
    }
    return outputs
  }

  private mutating func output(_ node: Node) throws(Diagnostic) -> V1.Output? {
    let fields = try mapping(node, "an output")
    if fields["staging"] != nil { return try staging(node).map { .staging($0) } }
    if fields["package"] != nil { return try package(node).map { .package($0) } }
    throw .invalidValue(
      of: "an output", "it has neither 'package' nor 'staging'", remedy: "add one of them",
      at: location(node.place))
  }

  private mutating func staging(_ node: Node) throws(Diagnostic) -> V1.StagingOutput? {
    let fields = try mapping(
      node, "a staging output", allowed: ["staging", "source", "requirements", "build"])
    let name = field("staging", of: fields) { parser, node in
      let fields = try parser.mapping(node, "staging", allowed: ["name"])
      return parser.required("name", of: fields, in: "staging") {
        try $0.text($1, "staging.name")
      }
    }
    guard case let name?? = name else { return nil }
    var output = V1.StagingOutput(name: name, place: node.place)
    output.sources = field("source", of: fields) { try $0.sources($1) } ?? []
    output.requirements =
      field("requirements", of: fields) {
        try $0.requirements($1, allowed: ["build", "host", "ignore_run_exports"])
      } ?? .init()
    if let build = fields["build"] {
      let fields = try mapping(
        build, "the build section of a staging output", allowed: ["script", "steps"])
      output.plan = try plan(fields)
    }
    return output
  }

  private mutating func package(_ node: Node) throws(Diagnostic) -> V1.PackageOutput? {
    let fields = try mapping(
      node, "an output",
      allowed: ["package", "inherit", "source", "requirements", "build", "about", "tests"])
    let package = field("package", of: fields) { parser, node in
      let fields = try parser.mapping(node, "package", allowed: ["name", "version"])
      let name = parser.required("name", of: fields, in: "package") {
        try $0.text($1, "package.name", .packageName)
      }
      let version = parser.field("version", of: fields) {
        try $0.text($1, "package.version", .version)
      }
      return (name, version)
    }
    guard case (let name?, let version)? = package else { return nil }
    var output = V1.PackageOutput(name: name, version: version)
    output.inherit = field("inherit", of: fields) { try $0.inherit($1) } ?? nil
    output.sources = field("source", of: fields) { try $0.sources($1) } ?? []
    output.requirements = field("requirements", of: fields) { try $0.requirements($1) } ?? .init()
    output.build = field("build", of: fields) { try $0.build($1) } ?? .init()
    output.about = field("about", of: fields) { try $0.about($1) } ?? .init()
    output.tests = field("tests", of: fields) { try $0.tests($1) } ?? []
    return output
  }

  private mutating func inherit(_ node: Node) throws(Diagnostic) -> V1.Inherit? {
    switch node {
    case .scalar(let scalar):
      guard !scalar.isNothing else { return nil }
      return V1.Inherit(staging: try text(node, "inherit"), includesRunExports: true)
    case .mapping:
      let fields = try mapping(node, "inherit", allowed: ["from", "run_exports"])
      guard let from = fields["from"] else {
        throw .missingField("from", in: "inherit", at: location(node.place))
      }
      return V1.Inherit(
        staging: try text(from, "inherit.from"),
        includesRunExports: field("run_exports", of: fields) {
          try $0.flag($1, "inherit.run_exports")
        } ?? true)
    case .sequence:
      throw .unexpectedKind(
        of: "inherit", node, expected: "the name of a staging output", at: location(node.place))
    }
  }
}
