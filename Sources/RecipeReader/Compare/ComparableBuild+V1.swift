extension ComparableBuild {
  /// - Parameter isOne: of several outputs, or all there is
  package init(_ output: V1.RenderedOutput, isOne: Bool, on platforms: V1.Platforms) {
    self.init(
      name: output.name,
      variant: Dictionary(
        output.usedVariant.entries.map { ($0.key.normalized, $0.value.description) }
      ) { first, _ in first }, on: platforms.target)
    var commands = CommandText(output, on: platforms)
    add("version", [output.version])
    add("build.number", [String(output.buildNumber)])
    if output.buildStringTemplate != nil { add(buildString: output.buildString) }
    add("build.skip", output.isSkipped ? ["true"] : [])
    for entry in output.tree.entries {
      switch entry.name {
      case "schema_version", "context", "package": continue
      case "tests":
        if case .list(let tests) = entry.value { tests.forEach { addTest($0, &commands) } }
      case "build":
        if case .fields(let fields) = entry.value {
          for field in fields.entries where !["number", "string"].contains(field.name) {
            let isScript = field.name == "script"
            add(
              isScript ? field.value.rendered(by: &commands) : field.value,
              at: "build.\(field.name)")
          }
        }
      default: add(entry.value, at: entry.name)
      }
    }
    if isOne { removeUnusedSources() }
  }

  private mutating func add(_ tree: V1.Tree, at path: String) {
    switch tree {
    case .null: return
    case .boolean(let flag): add(path, [String(flag)])
    case .integer(let number): add(path, [String(number)])
    case .number(let number): add(path, [String(number)])
    case .string(let text): add(path, [text])
    case .fields(let fields):
      for entry in fields.entries {
        let isContent = path.hasSuffix("script") && entry.name == "content"
        add(entry.value, at: isContent ? path : "\(path).\(entry.name)")
      }
    case .list(let items):
      for (index, item) in items.enumerated() {
        if case .fields(let fields) = item {
          if path.hasPrefix("requirements") {
            add(path, [Self.pin(fields)])
          } else {
            add(item, at: items.count == 1 ? path : "\(path)[\(index)]")
          }
        } else {
          add(item, at: path)
        }
      }
    }
  }

  /// A pin that is not resolved, by its name alone.
  private static func pin(_ fields: V1.Fields) -> String {
    guard let entry = fields.entries.first, case .fields(let inner) = entry.value,
      case .string(let name)? = inner["name"]
    else { return "\(fields.entries.map(\.name))" }
    return name
  }

  private mutating func addTest(_ tree: V1.Tree, _ commands: inout CommandText) {
    guard case .fields(let fields) = tree else { return }
    for entry in fields.entries {
      switch entry.name {
      case "script": add(entry.value.rendered(by: &commands), at: "tests.script")
      case "python":
        if let imports = entry.value["imports"] { add(imports, at: "tests.imports") }
        if entry.value["pip_check"] != .boolean(false) {
          add("tests.script", ["pip check"])
          add("tests.requirements", ["pip"])
        }
        // In a meta.yaml the one Python of the tests is a requirement of theirs.
        switch entry.value["python_version"] {
        case .string(let version)?: add("tests.requirements", ["python \(version)"])
        case .list(let versions)?:
          if case .string(let version)? = versions.first {
            add("tests.requirements", ["python \(version)"])
          }
          add(.list(Array(versions.dropFirst())), at: "tests.python_version")
        default: break
        }
      case "requirements":
        if let run = entry.value["run"] { add(run, at: "tests.requirements") }
        if let build = entry.value["build"] { add(build, at: "tests.requirements.build") }
      default: add(entry.value, at: "tests.\(entry.name)")
      }
    }
  }
}

extension V1.Tree {
  /// With the templates of commands rendered.
  fileprivate func rendered(by commands: inout CommandText) -> V1.Tree {
    switch self {
    case .string(let text): return .string(commands.rendered(text))
    case .list(let items): return .list(items.map { $0.rendered(by: &commands) })
    case .fields(var fields):
      for entry in fields.entries {
        fields[entry.name] = entry.value.rendered(by: &commands)
      }
      return .fields(fields)
    case .null, .boolean, .integer, .number: return self
    }
  }
}
