import Diagnostics

extension V1 {
  /// Renders all packages of a recipe for one combination of variant values.
  struct RecipeRenderer {
    let recipe: Recipe
    let combination: Combination
    let platforms: Platforms
    var renderer: Renderer
    private var contextTree = Fields()
    private var usage: UsedVariant
    private let rule: UsageRule
    /// A single package's requirements, once `freeNames` has rendered them.
    private var knownRequirements: Dependencies?
    private(set) var skips: [Skip] = []

    /// Evaluates `context:` too, since everything else sees it.
    init(
      _ recipe: Recipe, _ combination: Combination, _ platforms: Platforms,
      _ permissions: Permissions, _ rule: UsageRule, _ memory: consuming RenderMemory
    ) throws(Diagnostic) {
      self.recipe = recipe
      self.combination = combination
      self.platforms = platforms
      self.rule = rule
      let variant = combination.scope
      renderer = Renderer(
        file: recipe.file,
        scope: Scope(
          variant: variant, platforms: platforms.overridden(by: combination),
          permissions: permissions))
      renderer.memory = memory
      contextTree = try renderer.define(recipe.context)
      usage = UsedVariant(
        variant: combination, contextNames: Set(recipe.context.map(\.name)),
        usedByContext: renderer.evaluator.accessed.filter { variant[$0] != nil },
        environmentKeys: platforms.environmentKeys)
    }

    private mutating func note(_ reason: SkipReason, of output: String?) {
      skips.append(
        Skip(
          output: output, source: reason.source, place: renderer.location(reason.place),
          combination: combination))
    }

    mutating func outputs() throws(Diagnostic) -> [RenderedOutput] {
      switch recipe.form {
      case .single(let name, let version, let requirements):
        return [try single(name, version, requirements)]
      case .multiple(let version, let outputs): return try multiple(version, outputs)
      }
    }

    /// Names of build and host requirements that come out bare, and so may be further variant keys.
    mutating func freeNames() throws(Diagnostic) -> Set<String> {
      switch recipe.form {
      case .single(_, _, let requirements):
        let rendered = try renderer.requirements(requirements)
        knownRequirements = rendered
        return rendered.freeNames
      case .multiple(_, let outputs):
        let skip = try? renderer.skipReason(among: recipe.sections.build.skip)
        guard skip == nil else { return [] }
        var names: Set<String> = []
        for (index, output) in outputs.enumerated() {
          renderer.output = index
          // What fails here fails again, with its place, when the output is rendered.
          switch output {
          case .staging(let staging):
            names.formUnion((try? renderer.requirements(staging.requirements))?.freeNames ?? [])
          case .package(let package):
            if (try? renderer.skipReason(among: package.build.skip)) != nil { continue }
            names.formUnion((try? renderer.requirements(package.requirements))?.freeNames ?? [])
          }
        }
        return names
      }
    }

    private mutating func single(
      _ name: Templated<String>, _ version: Templated<String>, _ requirements: Requirements
    ) throws(Diagnostic) -> RenderedOutput {
      let name = (try renderer.text(name, "package.name", .packageName), name.place)
      let version = try renderer.text(version, "package.version", .version)
      var parts = OutputParts()
      parts.build = try renderer.remembered(.build) { try $0.build(recipe.sections.build) }
      parts.about = try renderer.remembered(.about) { try $0.about(recipe.sections.about) }
      parts.requirements =
        if let knownRequirements { knownRequirements } else {
          try renderer.requirements(requirements)
        }
      parts.extra = try renderer.remembered(.extra) { try $0.extra(recipe.sections.extra) }
      parts.sources = try renderer.remembered(.sources) { try $0.sources(recipe.sections.sources) }
      parts.tests = try renderer.tests(recipe.sections.tests)
      if let skip = parts.build?.skip { note(skip, of: nil) }
      noteMentions(nil)
      let used = usage.combination(
        accessed: renderer.evaluator.accessed, context: renderer.evaluator.scope.context,
        freeNames: parts.requirements.freeNames, requirements: parts.requirements,
        noarch: parts.build?.noarch, keepsOriginals: true)
      return rendered(parts, name, version, used)
    }

    private mutating func multiple(
      _ version: Templated<String>?, _ outputs: [Output]
    ) throws(Diagnostic) -> [RenderedOutput] {
      var stages: [StagedOutput] = []
      for (index, output) in outputs.enumerated() {
        guard case .staging(let output) = output else { continue }
        renderer.output = index
        let stage = try staged(output)
        stages.removeAll { $0.name == stage.name }
        stages.append(stage)
      }
      var rendered: [RenderedOutput] = []
      for (index, output) in outputs.enumerated() {
        guard case .package(let output) = output else { continue }
        renderer.output = index
        if let output = try package(output, version, stages) { rendered.append(output) }
      }
      return rendered
    }

    /// Renders what stands at the top of the recipe, for whichever output.
    private static func atTop<Result>(
      _ renderer: inout Renderer, _ render: (inout Renderer) throws -> Result
    ) throws(Diagnostic) -> Result {
      let output = renderer.output
      renderer.output = -1
      defer { renderer.output = output }
      do {
        return try render(&renderer)
      } catch {
        throw Diagnostic(error)
      }
    }

    private mutating func staged(_ output: StagingOutput) throws(Diagnostic) -> StagedOutput {
      renderer.evaluator.restore(accesses: [])
      let name = try renderer.text(output.name)
      let plan = try renderer.remembered(.plan) { try $0.plan(output.plan) }
      let requirements = try renderer.requirements(output.requirements)
      let sources =
        try renderer.remembered(.sources) { renderer in
          try renderer.sources(recipe.sections.sources) + renderer.sources(output.sources)
        }
      let used = usage.combination(
        accessed: renderer.evaluator.accessed, context: renderer.evaluator.scope.context,
        freeNames: requirements.freeNames, requirements: nil, noarch: nil, keepsOriginals: false)
      return StagedOutput(
        name: name, plan: plan, requirements: requirements, sources: sources, usedVariant: used,
        accessed: renderer.evaluator.accessed)
    }

    /// Nil when the output is skipped; nothing behind the condition is looked at then.
    private mutating func package(
      _ output: PackageOutput, _ version: Templated<String>?, _ stages: [StagedOutput]
    ) throws(Diagnostic) -> RenderedOutput? {
      let known = renderer.memory.package(renderer.output, in: renderer.evaluator.scope)
      let package = if let known { known } else { try parts(of: output, version, stages) }
      if let skip = package.parts.build?.skip {
        note(skip, of: package.name)
        return nil
      }
      return rendered(
        package.parts, (package.name, package.place), package.version, package.used)
    }

    private mutating func parts(
      of output: PackageOutput, _ version: Templated<String>?, _ stages: [StagedOutput]
    ) throws(Diagnostic) -> PackageParts {
      renderer.evaluator.restore(accesses: [])
      let name = try renderer.text(output.name, "package.name", .packageName)
      guard let version = output.version ?? version else {
        throw .missingField(
          "version", in: "the output '\(name)'", at: renderer.location(output.name.place))
      }
      let versionText = try renderer.text(version, "package.version", .version)
      var parts = OutputParts()
      let top = try Self.atTop(&renderer) { renderer in
        try renderer.remembered(.build) { try $0.build(recipe.sections.build) }
      }
      let own = try renderer.remembered(.build) { try $0.build(output.build) }
      let isTopLevel = output.inherit == nil
      parts.build = top.inherited(by: own, includingPlan: isTopLevel)
      if parts.build?.skip != nil {
        return kept(
          PackageParts(
            name: name, place: output.name.place, version: versionText, parts: parts,
            used: Combination()), freeNames: [])
      }
      parts.about = try renderer.remembered(.about) { renderer in
        let about = try renderer.about(recipe.sections.about)
        return try renderer.about(output.about).filled(from: about, order: Renderer.aboutFields)
      }
      parts.requirements = try renderer.requirements(output.requirements)
      parts.extra = try Self.atTop(&renderer) { renderer in
        try renderer.remembered(.extra) { try $0.extra(recipe.sections.extra) }
      }
      parts.sources = try renderer.remembered(.sources) { renderer in
        try (isTopLevel ? renderer.sources(recipe.sections.sources) : [])
          + renderer.sources(output.sources)
      }
      if isTopLevel {
        parts.tests = try Self.atTop(&renderer) { try $0.tests(recipe.sections.tests) }
      }
      parts.tests += try renderer.tests(output.tests)
      noteMentions(output)
      let stage = try self.stage(of: output, stages)
      let freeNames = parts.requirements.freeNames.union(stage?.requirements.freeNames ?? [])
      var used = usage.combination(
        accessed: renderer.evaluator.accessed, context: renderer.evaluator.scope.context,
        freeNames: freeNames, requirements: parts.requirements, noarch: parts.build?.noarch,
        keepsOriginals: false)
      for entry in stage?.usedVariant.entries ?? [] where used[entry.key] == nil {
        used[entry.key] = entry.value
      }
      parts.stage = stage
      parts.includesRunExports = output.inherit?.includesRunExports ?? true
      renderer.evaluator.note(known: stage?.accessed ?? [])
      return kept(
        PackageParts(
          name: name, place: output.name.place, version: versionText, parts: parts, used: used),
        freeNames: freeNames)
    }

    /// Remembers it for variants that don't differ in what it asked for.
    private mutating func kept(_ package: PackageParts, freeNames: Set<String>) -> PackageParts {
      let accessed = renderer.evaluator.accessed
      let usage = usage
      let names = renderer.memory.varying.filter { usage.isUsed($0, accessed, freeNames) }
      renderer.memory.keep(
        package, of: renderer.output, names: names, in: renderer.evaluator.scope)
      return package
    }

    /// Counts what isn't taken, where that counts.
    private mutating func noteMentions(_ output: PackageOutput?) {
      guard rule == .mentioned else { return }
      renderer.evaluator.note(accesses: recipe.mentionedAtTop)
      renderer.evaluator.note(accesses: output?.mentioned ?? [])
    }

    private mutating func stage(
      of output: PackageOutput, _ stages: [StagedOutput]
    ) throws(Diagnostic) -> StagedOutput? {
      guard let inherit = output.inherit else { return nil }
      let name = try renderer.text(inherit.staging)
      if let stage = stages.first(where: { $0.name == name }) { return stage }
      throw .unknownStagingOutput(
        name, known: stages.map(\.name), at: renderer.location(inherit.staging.place))
    }

    private func rendered(
      _ parts: OutputParts, _ name: (String, Place), _ version: String, _ used: Combination
    ) -> RenderedOutput {
      var used = used
      // `use_keys` may name keys that nothing else uses, `ignore_keys` takes keys out.
      for key in parts.build?.useKeys ?? [] {
        let key = VariantKey(key)
        if let value = combination[key] { used[key] = value }
      }
      for key in parts.build?.ignoreKeys ?? [] { used[VariantKey(key)] = nil }
      return RenderedOutput(
        name: name.0.asciiLowercased, version: version, isSkipped: parts.build?.skip != nil,
        noarch: parts.build?.noarch, buildNumber: parts.build?.number ?? 0,
        requirements: parts.requirements, usedVariant: used, combination: combination,
        tree: parts.tree(name: name.0, version: version, context: contextTree),
        context: contextTree,
        contextValues: parts.build?.string == nil
          ? [:]
          : renderer.evaluator.scope.context.filter { usage.contextNames.contains($0.key) },
        buildStringTemplate: parts.build?.string, place: name.1)
    }
  }
}
