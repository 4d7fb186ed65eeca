import Diagnostics

extension V1.RecipeParser {
  private static let buildFields = [
    "number", "string", "script", "steps", "noarch", "flags", "python", "skip",
    "always_copy_files", "always_include_files", "merge_build_and_host_envs", "files",
    "dynamic_linking", "variant", "prefix_detection", "post_process",
  ]

  mutating func build(_ node: Node) throws(Diagnostic) -> V1.Build {
    let fields = try mapping(node, "build", allowed: Self.buildFields)
    var build = V1.Build()
    build.number = field("number", of: fields) { try $0.number($1, "build.number") }
    build.string = field("string", of: fields) { try $0.text($1, "build.string") }
    build.plan = try plan(fields)
    build.noarch = field("noarch", of: fields) { try $0.noarch($1) }
    build.flags = field("flags", of: fields) { try $0.texts($1, "build.flags") } ?? []
    build.python = field("python", of: fields) { try $0.python($1) } ?? .init()
    build.skip = field("skip", of: fields) { try $0.skip($1) } ?? []
    noteVariables(ofSkip: build.skip)
    build.alwaysCopyFiles = globs("always_copy_files", of: fields, in: "build")
    build.alwaysIncludeFiles = globs("always_include_files", of: fields, in: "build")
    build.mergesEnvironments = field("merge_build_and_host_envs", of: fields) {
      try $0.boolean($1, "build.merge_build_and_host_envs")
    }
    build.files = field("files", of: fields) { try $0.globLists($1, "build.files") } ?? .init()
    build.linking = field("dynamic_linking", of: fields) { try $0.linking($1) } ?? .init()
    build.variant = field("variant", of: fields) { try $0.variantUse($1) } ?? .init()
    build.prefixDetection =
      field("prefix_detection", of: fields) { try $0.prefixDetection($1) } ?? .init()
    build.postProcess =
      field("post_process", of: fields) { parser, node in
        try parser.list(node, "build.post_process") { try $0.postProcess($1) }
      } ?? []
    return build
  }

  /// `script` or `steps`, never both.
  mutating func plan(_ fields: Node.Mapping) throws(Diagnostic) -> V1.BuildPlan {
    guard let steps = fields["steps"] else {
      return .script(field("script", of: fields) { try $0.script($1, "build.script") } ?? .init())
    }
    guard fields["script"] == nil else {
      throw Diagnostic.invalidValue(
        of: "build", "'script' and 'steps' exclude each other", remedy: "keep one of the two",
        at: location(steps.place))
    }
    return .steps(field("steps", of: fields) { try $0.steps($1) } ?? [], steps.place)
  }

  mutating func globs(_ name: String, of fields: Node.Mapping, in section: String) -> Texts {
    field(name, of: fields) { try $0.texts($1, "\(section).\(name)") } ?? []
  }

  /// A list of patterns, or a mapping with `include` and `exclude`.
  mutating func globLists(_ node: Node, _ name: String) throws(Diagnostic) -> V1.GlobLists {
    guard case .mapping = node else { return V1.GlobLists(include: try texts(node, name)) }
    let fields = try mapping(node, name, allowed: ["include", "exclude"])
    return V1.GlobLists(
      include: globs("include", of: fields, in: name),
      exclude: globs("exclude", of: fields, in: name))
  }

  private mutating func boolOrGlobs(
    _ node: Node, _ name: String
  ) throws(Diagnostic) -> V1.BoolOrGlobs {
    guard case .sequence = node else { return .all(try boolean(node, name)) }
    return .globs(try texts(node, name))
  }

  private mutating func noarch(_ node: Node) throws(Diagnostic) -> V1.Templated<String> {
    let file = file
    return try value(node, "build.noarch", isTemplate: { $0.utf8.contains("${{") }) {
      scalar in
      guard V1.Noarch.isKnown(scalar.text) else {
        throw Diagnostic.invalidValue(
          of: "build.noarch", "'\(scalar.text)' is no kind of noarch package",
          remedy: "write python or generic", at: scalar.place.location(in: file))
      }
      return scalar.text
    }
  }

  private mutating func python(_ node: Node) throws(Diagnostic) -> V1.PythonBuild {
    let fields = try mapping(
      node, "build.python",
      allowed: [
        "entry_points", "skip_pyc_compilation", "use_python_app_entrypoint",
        "version_independent", "site_packages_path",
      ])
    var python = V1.PythonBuild()
    python.entryPoints =
      field("entry_points", of: fields) {
        try $0.texts($1, "build.python.entry_points", .entryPoint)
      } ?? []
    python.skipCompilation = globs("skip_pyc_compilation", of: fields, in: "build.python")
    python.usesAppEntryPoint = field("use_python_app_entrypoint", of: fields) {
      try $0.boolean($1, "build.python.use_python_app_entrypoint")
    }
    python.isVersionIndependent = field("version_independent", of: fields) {
      try $0.exactBoolean($1, "build.python.version_independent")
    }
    python.sitePackagesPath = field("site_packages_path", of: fields) {
      try $0.text($1, "build.python.site_packages_path")
    }
    return python
  }

  /// Conditions are expressions as they stand; only the outermost ones tell their variables in advance.
  private mutating func skip(_ node: Node) throws(Diagnostic) -> [V1.Branch<V1.SkipCondition>] {
    try branches(node, "build.skip", depth: 0) { parser, node in
      switch try parser.text(node, "build.skip") {
      case .template(let template, let place): return .template(template, place)
      case .fixed(let text, let place):
        return .expression(try? V1.ExpressionParser.parse(text), source: text, place)
      }
    }
  }

  /// Variables of conditions right below `skip:`.
  private mutating func noteVariables(ofSkip branches: [V1.Branch<V1.SkipCondition>]) {
    for case .element(.expression(let expression?, let source, let place)) in branches {
      note(V1.UsedVariables(of: expression).names, .skip, source, place)
    }
  }

  private mutating func linking(_ node: Node) throws(Diagnostic) -> V1.DynamicLinking {
    let section = "build.dynamic_linking"
    let fields = try mapping(
      node, section,
      allowed: [
        "rpaths", "binary_relocation", "missing_dso_allowlist", "rpath_allowlist",
        "overdepending_behavior", "overlinking_behavior",
      ])
    var linking = V1.DynamicLinking()
    linking.rpaths = globs("rpaths", of: fields, in: section)
    linking.binaryRelocation = field("binary_relocation", of: fields) {
      try $0.boolOrGlobs($1, "build.dynamic_linking.binary_relocation")
    }
    linking.missingAllowed = globs("missing_dso_allowlist", of: fields, in: section)
    linking.rpathsAllowed = globs("rpath_allowlist", of: fields, in: section)
    linking.overdepending = field("overdepending_behavior", of: fields) {
      try $0.text($1, "build.dynamic_linking.overdepending_behavior")
    }
    linking.overlinking = field("overlinking_behavior", of: fields) {
      try $0.text($1, "build.dynamic_linking.overlinking_behavior")
    }
    return linking
  }

  private mutating func variantUse(_ node: Node) throws(Diagnostic) -> V1.VariantUse {
    let fields = try mapping(
      node, "build.variant", allowed: ["use_keys", "ignore_keys", "down_prioritize_variant"])
    var use = V1.VariantUse()
    use.useKeys = globs("use_keys", of: fields, in: "build.variant")
    use.ignoreKeys = globs("ignore_keys", of: fields, in: "build.variant")
    use.downPriority = field("down_prioritize_variant", of: fields) {
      try $0.number($1, "build.variant.down_prioritize_variant")
    }
    for case .element(.fixed(let key, let place)) in use.useKeys {
      useKeys.append(key)
      uses.append(V1.KeyUse(names: [key], kind: .useKeys, source: key, place: place))
    }
    return use
  }

  private mutating func prefixDetection(_ node: Node) throws(Diagnostic) -> V1.PrefixDetection {
    let section = "build.prefix_detection"
    let fields = try mapping(
      node, section, allowed: ["force_file_type", "ignore", "ignore_binary_files"])
    var detection = V1.PrefixDetection()
    if let forced = fields["force_file_type"] {
      let section = section + ".force_file_type"
      let fields = try mapping(forced, section, allowed: ["text", "binary"])
      detection.text = globs("text", of: fields, in: section)
      detection.binary = globs("binary", of: fields, in: section)
    }
    detection.ignore = field("ignore", of: fields) {
      try $0.boolOrGlobs($1, "build.prefix_detection.ignore")
    }
    detection.ignoresBinaryFiles = field("ignore_binary_files", of: fields) {
      try $0.boolean($1, "build.prefix_detection.ignore_binary_files")
    }
    return detection
  }

  private mutating func postProcess(_ node: Node) throws(Diagnostic) -> V1.PostProcess {
    let section = "build.post_process"
    let fields = try mapping(node, section, allowed: ["files", "regex", "replacement"])
    guard fields["files"] != nil, let regex = fields["regex"],
      let replacement = fields["replacement"]
    else {
      let missing = ["files", "regex", "replacement"].first { fields[$0] == nil } ?? "files"
      throw Diagnostic.missingField(missing, in: section, at: location(node.place))
    }
    return V1.PostProcess(
      files: globs("files", of: fields, in: section), regex: try text(regex, section + ".regex"),
      replacement: try text(replacement, section + ".replacement"))
  }
}
