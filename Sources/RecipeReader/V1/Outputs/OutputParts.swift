extension V1 {
  /// The rendered sections of one package.
  struct OutputParts {
    var build: Renderer.Build?
    var about = Fields()
    var requirements = Dependencies()
    var extra = Fields()
    var sources: [Tree] = []
    var tests: [Tree] = []
    var stage: StagedOutput?
    var includesRunExports = true

    /// In the engine's order; the build string is put in once it is known.
    func tree(name: String, version: String, context: Fields) -> Fields {
      var tree = Fields()
      tree.add("schema_version", .integer(1))
      tree.add("context", .fields(context))
      tree.add(
        "package", .fields(Fields([("name", .string(name)), ("version", .string(version))])))
      if !sources.isEmpty { tree.add("source", .list(sources)) }
      tree.add("build", .fields(build?.tree ?? Fields()))
      tree.add("requirements", .fields(requirements.fields))
      if !tests.isEmpty { tree.add("tests", .list(tests)) }
      tree.add("about", about)
      tree.add("extra", extra)
      if let stage {
        tree.add("staging_caches", .list([.fields(stage.tree)]))
        tree.add(
          "inherits_from",
          .fields(
            Fields([
              ("cache_name", .string(stage.name)),
              ("inherit_run_exports", .boolean(includesRunExports)),
            ])))
      }
      return tree
    }
  }

  /// A staging output once it is rendered.
  struct StagedOutput {
    let name: String
    let plan: Renderer.Plan
    let requirements: Dependencies
    let sources: [Tree]
    let usedVariant: Combination
    /// Names that it asked for.
    let accessed: Set<String>

    var tree: Fields {
      var tree = Fields([("name", .string(name))])
      var build = Fields([("string", .null)])
      plan.add(to: &build)
      if build.entries.count > 1 { tree.add("build", .fields(build)) }
      tree.add("requirements", requirements.fields)
      if !sources.isEmpty { tree.add("source", .list(sources)) }
      return tree
    }
  }
}

extension V1.Renderer.Plan {
  /// Below `script` or `steps`; nothing when the standard script file is meant.
  func add(to fields: inout V1.Fields) {
    switch self {
    case .script(let script): if let tree = script.tree { fields.add("script", tree) }
    case .steps(let steps): fields.add("steps", .list(steps))
    }
  }
}

extension V1.Renderer.Build {
  var tree: V1.Fields {
    var tree = V1.Fields()
    if let number { tree.add("number", .integer(Int(clamping: number))) }
    tree.add("string", .null)
    plan.add(to: &tree)
    tree.add("noarch", noarch?.rawValue)
    for entry in fields.entries { tree.add(entry.name, entry.value) }
    return tree
  }

  /// The section of an output, with what it doesn't say taken from here.
  func inherited(by output: Self, includingPlan: Bool) -> Self {
    var result = output
    result.number = output.number ?? number
    result.string = output.string ?? string
    result.noarch = output.noarch ?? noarch
    result.skip = skip ?? output.skip
    result.fields = output.fields.filled(from: fields, order: V1.Renderer.buildFields)
    if output.fields["variant"] == nil {
      result.useKeys = useKeys
      result.ignoreKeys = ignoreKeys
    }
    if includingPlan, output.plan.leavesOpen(plan) { result.plan = plan }
    // Outputs never look for a script file on their own.
    if case .script(var script) = result.plan, script.isStandard {
      script.content = .commands([])
      result.plan = .script(script)
    }
    return result
  }
}

extension V1.Renderer.Plan {
  /// Whether a plan says nothing that could be run, so that another one takes its place.
  fileprivate func leavesOpen(_ other: Self) -> Bool {
    guard case .script(let script) = self, script.runsNothing else { return false }
    if case .script = other { return true }
    return script.directory == nil
  }
}
