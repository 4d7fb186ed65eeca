import RecipeModel
import YAML

/// A recipe as `recipe.yaml`, the format of rattler-build (CEP 13, 14 and 41).
struct V1Writer {
  var recipe: Recipe
  var scripts: ScriptPlan

  func text() -> String {
    YAMLWriter(.recipe).text(
      of: Self.withFilters(.mapping(sections.commented(recipe.comments))),
      header: recipe.comments.header.map { .comment($0) })
  }

  /// A `meta.yaml` that was lifted has Python's methods in its expressions.
  private static func withFilters(_ block: YAMLBlock) -> YAMLBlock {
    switch block {
    case .scalar(let text):
      text.text.contains("${{")
        ? .scalar(YAMLText(V1Filters.text(text.text), style: text.style)) : block
    case .sequence(let items):
      .sequence(items.map { .init(withFilters($0.value), trivia: $0.trivia) })
    case .mapping(let entries):
      .mapping(entries.map { .init($0.key, withFilters($0.value), trivia: $0.trivia) })
    }
  }

  /// In the order that conda-smithy's linter asks for.
  private var sections: [YAMLBlock.Entry] {
    var sections: [YAMLBlock.Entry] = [
      .init("schema_version", 1),
      .init("context", .mapping(context)),
    ]
    let source = sources(recipe.sources)
    if recipe.hasNamedOutputs {
      sections.append(
        .init("recipe", ["name": .string(recipe.name.value), "version": version]))
      sections += source
      sections.append(.init("build", ["number": number(baseNumber)]))
      let outputs = recipe.outputs.map { YAMLBlock.Item(.mapping(self.output($0))) }
      sections.append(.init("outputs", .sequence(outputs)))
    } else if let output = recipe.outputs.first {
      sections.append(
        .init("package", ["name": .string(output.name.value), "version": version]))
      sections += source
      sections += body(of: output)
    }
    sections += about(recipe.about)
    sections += extra
    sections.put(recipe.kept)
    return inOrder(sections)
  }

  private func inOrder(_ sections: [YAMLBlock.Entry]) -> [YAMLBlock.Entry] {
    let order = [
      "schema_version", "context", "recipe", "package", "source", "build", "requirements",
      "outputs",
      "tests", "about", "extra",
    ]
    let rank = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    return sections.enumerated().sorted { a, b in
      (rank[a.element.key.text] ?? order.count, a.offset)
        < (rank[b.element.key.text] ?? order.count, b.offset)
    }.map(\.element)
  }

  /// Names that version bots edit.
  private var context: [YAMLBlock.Entry] {
    var entries: [YAMLBlock.Entry] = []
    if recipe.versionIsVariable {
      entries.append(.init("version", .string(recipe.version.value, style: .double)))
    }
    if recipe.buildNumberIsVariable { entries.append(.init("build_number", .int(baseNumber))) }
    return entries
      + V1Context.folded(recipe.context).map { .init(YAMLText($0.key), YAMLBlock($0.value)) }
  }

  private var version: YAMLBlock {
    recipe.versionIsVariable ? "${{ version }}" : .string(recipe.version.value)
  }

  /// A number without what variants add.
  func number(_ base: Int) -> YAMLBlock {
    recipe.buildNumberIsVariable && base == baseNumber ? "${{ build_number }}" : .int(base)
  }

  var baseNumber: Int {
    recipe.hasNamedOutputs
      ? recipe.buildNumber.value : recipe.outputs.first?.build.number?.base ?? 0
  }

  private func output(_ output: Output) -> [YAMLBlock.Entry] {
    var package: [YAMLBlock.Entry] = [.init("name", .string(output.name.value))]
    if let version = output.version {
      package.append(.init("version", .string(version.value, style: .double)))
    }
    var entries =
      [.init("package", .mapping(package))] + sources(output.sources) + body(of: output)
      + about(output.about)
    entries.put(output.kept)
    return entries.commented(output.comments)
  }

  private func body(of output: Output) -> [YAMLBlock.Entry] {
    var entries: [YAMLBlock.Entry] = []
    let build = build(of: output)
    if !build.isEmpty { entries.append(.init("build", .mapping(build))) }
    let requirements = requirements(output.requirements)
    if !requirements.isEmpty { entries.append(.init("requirements", .mapping(requirements))) }
    if !output.tests.isEmpty {
      entries.append(.init("tests", .sequence(V1Items.items(output.tests, value: test))))
    }
    return entries
  }

  private func requirements(_ requirements: Requirements) -> [YAMLBlock.Entry] {
    var entries = requirements.sections.flatMap { V1Items.list($0.name, $0.items) }
    let exports = requirements.runExports.sections.flatMap { V1Items.list($0.name, $0.items) }
    if !exports.isEmpty { entries.append(.init("run_exports", .mapping(exports))) }
    let ignored =
      V1Items.list("by_name", requirements.ignoreRunExports.byName)
      + V1Items.list("from_package", requirements.ignoreRunExports.fromPackage)
    if !ignored.isEmpty { entries.append(.init("ignore_run_exports", .mapping(ignored))) }
    return entries
  }

  private var extra: [YAMLBlock.Entry] {
    var entries: [YAMLBlock.Entry] = []
    if let name = recipe.feedstockName {
      entries.append(.init("feedstock-name", .string(name.value)))
    }
    if !recipe.maintainers.isEmpty {
      entries.append(.init("recipe-maintainers", .located(recipe.maintainers)))
    }
    return entries.isEmpty ? [] : [.init("extra", .mapping(entries))]
  }

  func about(_ about: About) -> [YAMLBlock.Entry] {
    guard !about.isEmpty else { return [] }
    var entries: [YAMLBlock.Entry] = []
    func add(_ key: YAMLText, _ text: Located<String>?) {
      if let text { entries.append(.init(key, .string(text.value))) }
    }
    add("homepage", about.homepage)
    add("license", about.license)
    if !about.licenseFiles.isEmpty {
      let files = about.licenseFiles
      entries.append(
        .init("license_file", files.count == 1 ? .string(files[0].value) : .located(files)))
    }
    add("summary", about.summary)
    add("description", about.description)
    add("repository", about.repository)
    add("documentation", about.documentation)
    return [.init("about", .mapping(entries))]
  }
}
