import RecipeModel
import YAML

/// A recipe as `meta.yaml`, the format of conda-build.
struct V0Writer {
  var recipe: Recipe
  var scripts: ScriptPlan
  let items: V0Items

  init(recipe: Recipe, scripts: ScriptPlan) {
    self.recipe = recipe
    self.scripts = scripts
    items = V0Items(selector: V0Selector(ownValues: recipe.variants.ownValues))
  }

  func text() -> String {
    let kept = KeptSections(recipe.kept)
    let sections = sections.filter { !kept.names.contains($0.key.text) }
    let commented = sections.commented(recipe.comments, inV0: true, named: RecipeKey.v0)
    return YAMLWriter(.metaYAML).text(
      of: V0Text.jinja(in: .mapping(commented)), header: header, footer: kept.lines)
  }

  /// One variable a line, as version bots want them.
  private var header: [YAMLLine] {
    var lines = YAMLTrivia().commented(Comment(above: recipe.comments.header), inV0: true).above
    var comments = recipe.comments
    func add(_ name: String, _ text: String) {
      for comment in comments.take(["context", name]) {
        lines += YAMLTrivia().commented(Comment(above: comment.lines), inV0: true).above
      }
      lines.append(.verbatim(text))
    }
    if recipe.versionIsVariable {
      add("version", "{% set version = \(V0Selector.quoted(recipe.version.value)) %}")
    }
    if hasBuildNumberVariable { add("build_number", "{% set build_number = \(baseNumber) %}") }
    var block: String?
    for entry in recipe.context {
      // Assignments under one condition stay in one block: they may change what it reads.
      let test = entry.value.selected.flatMap { $0.isJinja ? $0.condition : nil }
      if let open = block, test != open {
        let isElse = test == "not (\(open))"
        lines.append(.verbatim(isElse ? "{% else %}" : "{% endif %}"))
        if !isElse, let test { lines.append(.verbatim("{% if \(test) %}")) }
      } else if block == nil, let test {
        lines.append(.verbatim("{% if \(test) %}"))
      }
      block = test
      add(entry.key, V0Text.assignment(entry))
    }
    if block != nil { lines.append(.verbatim("{% endif %}")) }
    return lines + [.blank]
  }

  /// The number of all outputs with what variants add to it.
  var sharedNumber: BuildNumber {
    let numbers = recipe.outputs.map(\.build.number)
    let base = BuildNumber(recipe.buildNumber.value)
    guard let first = numbers.first, let shared = first, shared.base == base.base else {
      return base
    }
    return numbers.allSatisfy { $0 == shared } ? shared : base
  }

  var baseNumber: Int {
    recipe.hasNamedOutputs
      ? recipe.buildNumber.value : recipe.outputs.first?.build.number?.base ?? 0
  }

  var hasBuildNumberVariable: Bool {
    recipe.buildNumberIsVariable
      && recipe.outputs.contains { $0.build.number?.offsets.isEmpty == false }
  }

  private var sections: [YAMLBlock.Entry] {
    var sections: [YAMLBlock.Entry] = []
    func package(_ name: String) -> YAMLBlock.Entry {
      .init(
        "package",
        [
          "name": .string(name),
          "version": recipe.versionIsVariable
            ? .verbatim("{{ version }}") : .string(recipe.version.value),
        ])
    }
    if recipe.hasNamedOutputs {
      sections.append(package(recipe.name.value))
      sections += sources(recipe.sharedSources)
      sections.append(.init("build", .mapping(numbers(sharedNumber))))
      let outputs = recipe.outputs.map { YAMLBlock.Item(.mapping(self.output($0))) }
      sections.append(.init("outputs", .sequence(outputs)))
    } else if let output = recipe.outputs.first {
      sections.append(package(output.name.value))
      sections += sources(recipe.sources)
      sections.append(.init("build", .mapping(build(of: output))))
      sections += requirements(of: output)
      sections += test(of: output)
    }
    sections += about(recipe.about)
    sections += extra
    sections.putV0(recipe.kept)
    return sections
  }

  private func output(_ output: Output) -> [YAMLBlock.Entry] {
    var entries: [YAMLBlock.Entry] = [.init("name", .string(output.name.value))]
    if let version = output.version {
      entries.append(.init("version", .string(version.value, style: .double)))
    }
    entries += scripts.v0Scripts(of: output) + scriptFiles(of: output)
    let build = build(of: output)
    if !build.isEmpty { entries.append(.init("build", .mapping(build))) }
    entries += requirements(of: output) + test(of: output)
    // An about section replaces all of the recipe's.
    let isAbout = { (kept: KeptValue) in kept.path(in: .v0)?.first == "about" }
    if !output.about.isEmpty || output.kept.contains(where: isAbout) {
      entries += about(output.about.filled(from: recipe.about))
      if !output.about.standsAlone { entries.putV0(recipe.kept.filter(isAbout)) }
    }
    entries.putV0(output.kept)
    return entries.commented(output.comments, inV0: true) { path in
      RecipeKey.v0(path.first == "package" ? Array(path.dropFirst()) : path)
    }
  }

  private func requirements(of output: Output) -> [YAMLBlock.Entry] {
    let requirements = output.requirements
    let entries =
      items.list("build", requirements.build) + items.list("host", requirements.host)
      + items.list("run", requirements.run)
      + items.list("run_constrained", requirements.runConstraints)
    return entries.isEmpty ? [] : [.init("requirements", .mapping(entries))]
  }

  private var extra: [YAMLBlock.Entry] {
    var entries: [YAMLBlock.Entry] = []
    if let name = recipe.feedstockName {
      entries.append(.init("feedstock-name", .string(name.value)))
    }
    if !recipe.maintainers.isEmpty {
      entries.append(.init("recipe-maintainers", .located(recipe.maintainers, inV0: true)))
    }
    return entries.isEmpty ? [] : [.init("extra", .mapping(entries))]
  }

  private func about(_ about: About) -> [YAMLBlock.Entry] {
    guard !about.isEmpty else { return [] }
    var entries: [YAMLBlock.Entry] = []
    func add(_ key: YAMLText, _ text: Located<String>?) {
      if let text { entries.append(.init(key, .string(text.value))) }
    }
    add("home", about.homepage)
    add("license", about.license)
    if !about.licenseFiles.isEmpty {
      let files = about.licenseFiles
      entries.append(
        .init(
          "license_file", files.count == 1 ? .string(files[0].value) : .located(files, inV0: true)))
    }
    add("summary", about.summary)
    add("description", about.description)
    add("dev_url", about.repository)
    add("doc_url", about.documentation)
    return [.init("about", .mapping(entries))]
  }
}
