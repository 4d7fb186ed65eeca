import Diagnostics
import RecipeModel

extension V0Lift {
  mutating func about(_ pairs: [V0Node.Pair], kept rest: inout [KeptValue]) -> About {
    var about = About()
    for (key, group) in grouped(pairs) {
      let pair = group[0]
      let text =
        group.count == 1 && pair.selector == nil
        ? pair.value.text.flatMap { $0.isEmpty ? nil : Located($0, at: place(pair.line)) } : nil
      switch (key, text) {
      case ("home", let text?): about.homepage = text
      case ("license", let text?): about.license = text
      case ("summary", let text?): about.summary = text
      case ("description", let text?): about.description = text
      case ("dev_url", let text?): about.repository = text
      case ("doc_url", let text?): about.documentation = text
      case ("license_file", _)
      where group.count == 1 && pair.selector == nil && plain(pair.value)?.isEmpty == false:
        about.licenseFiles = plain(pair.value) ?? []
      default: for pair in group { rest.append(kept(["about"], pair)) }
      }
    }
    return about
  }

  /// False: the section has something that no test of the model has.
  mutating func test(_ pairs: [V0Node.Pair], of output: inout Output) -> Bool {
    var lists: [String: [Item<String>]] = [:]
    let known = ["imports", "commands", "requires", "files", "source_files", "downstreams"]
    for (key, group) in grouped(pairs) {
      guard known.contains(key), let items = merged(group),
        items.guarded().allSatisfy({ !$0.value.value.isEmpty })
      else { return false }
      lists[key] = items
    }
    var tests: [Item<Test>] = []
    var commands = lists["commands"] ?? []
    var requires = lists["requires"] ?? []
    var imports = lists["imports"] ?? []
    // `pip check` belongs to the imports, where that changes no order and leaves no requirement behind.
    var checksPip = false
    var versions: [Located<String>] = []
    if case .value(let module)? = imports.first, !module.value.isEmpty {
      if commands.isEmpty || commands == [Item("pip check")] {
        versions = takePython(from: &requires)
      }
      if case .value(let first)? = commands.first, first.value == "pip check",
        let pip = requires.firstIndex(where: { $0 == Item("pip") }),
        commands.count > 1 || requires.count == 1
      {
        checksPip = true
        commands.removeFirst()
        requires.remove(at: pip)
      }
    }
    // To rattler-build imports have no requirements of their own; commands have.
    if isForV1, commands.isEmpty, !requires.isEmpty {
      commands = imports.map { item in item.mapped { "python -c \"import \($0)\"" } }
      imports = []
    }
    for (index, item) in joined(imports).enumerated() {
      switch item {
      case .value(let names):
        tests.append(
          Item(
            .python(
              PythonTest(
                imports: names.value, pipCheck: checksPip && index == 0,
                pythonVersions: versions)),
            at: names.location))
      case .when(let condition, let then, _):
        let names = then.guarded().map(\.value.value)
        tests.append(
          .when(
            condition,
            then: [
              Item(
                .python(
                  PythonTest(imports: names.flatMap { $0 }, pipCheck: false)))
            ],
            otherwise: []))
      }
    }
    let test = CommandTest(
      commands: commands, requirements: specs(requires), files: lists["files"] ?? [],
      sourceFiles: lists["source_files"] ?? [])
    if test != CommandTest(commands: []) { tests.append(Item(.commands(test))) }
    for item in lists["downstreams"] ?? [] { tests.append(item.mapped { .downstream($0) }) }
    output.tests = tests
    return true
  }

  /// The Python that imports are tested with, where there is one for all builds.
  private func takePython(from requires: inout [Item<String>]) -> [Located<String>] {
    let found = requires.indices.filter { index in
      if case .value(let value) = requires[index] {
        // What begins with a sign is no version to test with.
        value.value.hasPrefix("python ") && !"<>=!~".contains(value.value.dropFirst(7).first ?? " ")
      } else {
        false
      }
    }
    guard found.count == 1, case .value(let python) = requires[found[0]] else { return [] }
    requires.remove(at: found[0])
    let version = String(python.value.dropFirst("python ".count))
    return [Located(isForV1 ? spec.completed(version: version) : version, at: python.location)]
  }

  /// Neighbours without a selector, together.
  private func joined(_ items: [Item<String>]) -> [Item<[Located<String>]>] {
    var result: [Item<[Located<String>]>] = []
    for item in items {
      if case .value(let value) = item, case .value(var before)? = result.last {
        before.value.append(value)
        result[result.count - 1] = .value(before)
      } else {
        result.append(item.map { Located([$0], at: $0.location) })
      }
    }
    return result
  }

  func sources(_ node: V0Node) -> [Item<Source>]? {
    let maps: [(pairs: [V0Node.Pair], selector: V0LineSelector?, comment: Comment?)]
    switch node {
    case .text, .plain: return nil
    // What stands beside its keys is the recipe's.
    case .map(let pairs): maps = [(pairs, nil, nil)]
    case .list(let items):
      maps = items.compactMap { item in
        item.value.pairs.map { ($0, item.selector, item.allComments) }
      }
      guard maps.count == items.count else { return nil }
    }
    var sources: [Item<Source>] = []
    for (pairs, selector, comment) in maps {
      guard var items = self.sources(pairs) else { return nil }
      if let comment, !items.isEmpty { items[0] = items[0].commented(comment) }
      add(items, under: selector, line: pairs.first?.line ?? 1, to: &sources)
    }
    return sources
  }

  /// Lines without a selector belong to each of the sources that the others make.
  private func sources(_ pairs: [V0Node.Pair]) -> [Item<Source>]? {
    var selectors: [V0LineSelector] = []
    for selector in pairs.compactMap(\.selector) where !selectors.contains(selector) {
      selectors.append(selector)
    }
    if selectors.isEmpty {
      return source(pairs).map { [Item($0, at: pairs.first.map { place($0.line) })] }
    }
    var sources: [Item<Source>] = []
    for selector in selectors {
      guard let source = source(pairs.filter({ $0.selector == nil || $0.selector == selector }))
      else { return nil }
      sources.append(.when(Located(selector.condition), then: [Item(source)], otherwise: []))
    }
    return sources
  }

  private func source(_ pairs: [V0Node.Pair]) -> Source? {
    var fields: [String: V0Node] = [:]
    for pair in pairs where fields.updateValue(pair.value, forKey: pair.key) != nil { return nil }
    func text(_ key: String) -> String? { fields.removeValue(forKey: key)?.text }
    var origin: Source.Origin?
    if let url = fields.removeValue(forKey: "url") {
      guard let digest = text("sha256"), let addresses = plain(url), !addresses.isEmpty else {
        return nil
      }
      origin = .url(addresses.map { $0.map(V0LiftedText.text) }, sha256: Located(digest))
    } else if let url = text("git_url") {
      guard let revision = text("git_rev") else { return nil }
      origin = .git(
        url: Located(V0LiftedText.text(url)), revision: .tag(V0LiftedText.text(revision)))
    } else if let path = text("path") {
      origin = .path(Located(path))
    }
    guard let origin else { return nil }
    var source = Source(origin)
    if let patches = fields.removeValue(forKey: "patches") {
      guard case .list = patches, let items = texts(patches) else { return nil }
      source.patches = items
    }
    source.folder = text("folder")
    source.fileName = text("fn")
    return fields.isEmpty ? source : nil
  }
}

extension Item {
  fileprivate func commented(_ comment: Comment) -> Item {
    switch self {
    case .value(var value):
      value.comment = comment
      return .value(value)
    case .when(var condition, let then, let otherwise):
      condition.comment = comment
      return .when(condition, then: then, otherwise: otherwise)
    }
  }
}
