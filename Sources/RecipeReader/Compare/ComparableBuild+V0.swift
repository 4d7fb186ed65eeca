package import Conda

extension ComparableBuild {
  package init(_ package: V0Package, on platform: Platform) {
    self.init(name: package.name, variant: package.usedVariant, on: platform)
    add("version", [package.version])
    add("build.number", [String(package.buildNumber)])
    for entry in package.metadata.entries where entry.key != "package" && entry.key != "outputs" {
      add(entry.value, at: entry.key)
    }
    if package.metadata["build"]?["string"]?.isTruthy ?? false {
      add(buildString: package.buildString)
    }
    // conda-build takes it from the output itself.
    if let script = package.output["script"], package.metadata["build"]?["script"] == nil {
      add(script, at: "build.script")
    }
    // The recipe itself stands there by its name alone.
    if package.output.entries.count > 1 { removeUnusedSources() }
  }

  /// `meta.yaml`'s names and `recipe.yaml`'s.
  private static let names = [
    "about.home": "about.homepage", "about.dev_url": "about.repository",
    "about.doc_url": "about.documentation", "build.run_exports": "requirements.run_exports",
    "build.ignore_run_exports": "requirements.ignore_run_exports.by_name",
    "build.python_version_independent": "build.python.version_independent",
    "build.ignore_run_exports_from": "requirements.ignore_run_exports.from_package",
    "build.entry_points": "build.python.entry_points",
    "build.rpaths": "build.dynamic_linking.rpaths",
    "build.runpath_whitelist": "build.dynamic_linking.rpath_allowlist",
    "build.binary_relocation": "build.dynamic_linking.binary_relocation",
    "build.missing_dso_whitelist": "build.dynamic_linking.missing_dso_allowlist",
    "requirements.run_constrained": "requirements.run_constraints",
    "source.folder": "source.target_directory", "source.fn": "source.file_name",
    "source.git_url": "source.git", "source.git_rev": "source.tag", "test.imports": "tests.imports",
    "test.commands": "tests.script", "test.requires": "tests.requirements",
    "test.files": "tests.files.recipe", "test.source_files": "tests.files.source",
    "test.downstreams": "tests.downstream",
  ]

  private static let flags = [
    "build.noarch", "build.noarch_python", "build.python.version_independent",
  ]

  private mutating func add(_ node: RenderedNode, at path: String) {
    switch node.value {
    case .map(let map):
      for entry in map.entries { add(entry.value, at: "\(path).\(entry.key)") }
    case .list(let items):
      for (index, item) in items.enumerated() {
        let isNested = item.map != nil && items.count > 1
        add(item, at: isNested ? "\(path)[\(index)]" : path)
      }
    default:
      guard !["build.number", "build.string"].contains(path), path != "build.skip",
        let text = node.pythonText,
        !node.isNull
      else { return }
      var key = path
      var index = ""
      if let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]") {
        index = String(path[open...close])
        key.removeSubrange(open...close)
      }
      let isRunExport = path.hasPrefix("build.run_exports.")
      if key == "build.script_env" {
        return addVariable(text)
      }
      var name =
        isRunExport ? "requirements.run_exports." + path.dropFirst(18) : Self.names[key] ?? key
      if name == "requirements.run_exports" { name += ".weak" }
      if !index.isEmpty, let dot = name.firstIndex(of: ".") {
        name.insert(contentsOf: index, at: dot)
      }
      if name.hasPrefix("requirements.") || name.hasPrefix("tests.requirements") {
        return add(name, [Self.completed(text)])
      }
      // Outputs have these whether they say so or not.
      if Self.flags.contains(name), !node.isTruthy || text == "false" { return }
      add(name, [node.value == .bool(true) ? "true" : node.value == .bool(false) ? "false" : text])
    }
  }

  /// conda-build reads `box 1.2` as `box 1.2.*`.
  private static func completed(_ spec: String) -> String {
    V0LiftedSpec(literals: [:]).completed(spec)
  }

  /// A variable of the script that is set, or passed on.
  private mutating func addVariable(_ text: String) {
    guard let equals = text.firstIndex(of: "=") else { return add("build.script.secrets", [text]) }
    add("build.script.env.\(text[..<equals])", [String(text[text.index(after: equals)...])])
  }
}
