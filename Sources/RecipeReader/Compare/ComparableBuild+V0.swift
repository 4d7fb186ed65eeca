extension ComparableBuild {
  package init(_ package: V0Package) {
    self.init(name: package.name, variant: package.usedVariant)
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
  }

  /// `meta.yaml`'s names and `recipe.yaml`'s.
  private static let names = [
    "about.home": "about.homepage", "about.dev_url": "about.repository",
    "about.doc_url": "about.documentation", "build.run_exports": "requirements.run_exports",
    "build.ignore_run_exports": "requirements.ignore_run_exports.by_name",
    "build.ignore_run_exports_from": "requirements.ignore_run_exports.from_package",
    "build.entry_points": "build.python.entry_points",
    "build.missing_dso_whitelist": "build.dynamic_linking.missing_dso_allowlist",
    "requirements.run_constrained": "requirements.run_constraints",
    "source.folder": "source.target_directory", "source.fn": "source.file_name",
    "source.git_url": "source.git", "source.git_rev": "source.tag", "test.imports": "tests.imports",
    "test.commands": "tests.script", "test.requires": "tests.requirements",
    "test.files": "tests.files.recipe", "test.source_files": "tests.files.source",
    "test.downstreams": "tests.downstream",
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
      var name =
        isRunExport ? "requirements.run_exports." + path.dropFirst(18) : Self.names[key] ?? key
      if name == "requirements.run_exports" { name += ".weak" }
      if !index.isEmpty, let dot = name.firstIndex(of: ".") {
        name.insert(contentsOf: index, at: dot)
      }
      add(name, [node.value == .bool(true) ? "true" : node.value == .bool(false) ? "false" : text])
    }
  }
}
