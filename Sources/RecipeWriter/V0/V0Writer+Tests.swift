import RecipeModel
import YAML

extension V0Writer {
  /// v0 has one section for all checks; each brings its part.
  func test(of output: Output) -> [YAMLBlock.Entry] {
    var imports: [Item<String>] = []
    var commands: [Item<String>] = []
    var requires: [Item<Requirement>] = []
    var files: [Item<String>] = []
    var sourceFiles: [Item<String>] = []
    var downstreams: [Item<String>] = []
    var needsPip = false
    for test in output.tests.guarded() {
      func under<Value>(_ items: [Item<Value>]) -> [Item<Value>] {
        test.conditions.reversed().reduce(items) { [.when(Located($1), then: $0, otherwise: [])] }
      }
      switch test.value.value {
      case .python(let test):
        imports += under(test.imports.map { .value($0) })
        if test.pipCheck {
          commands += under([Item("pip check")])
          needsPip = true
        }
        requires += under(
          test.pythonVersions.prefix(1).map { Item(.package(Text("python \($0.value)"))) })
      case .commands(let test):
        commands += under(test.commands)
        requires += under(test.requirements)
        files += under(test.files)
        sourceFiles += under(test.sourceFiles)
      case .contents(let test): commands += under(PackageContentsCommands.commands(test))
      case .kept: break
      case .downstream(let name): downstreams += under([Item(name)])
      }
    }
    if needsPip { requires.append(Item(.package("pip"))) }
    requires = requires.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let entries =
      items.list("imports", imports) + items.list("requires", requires)
      + items.list("files", files) + items.list("source_files", sourceFiles)
      + items.list("commands", commands) + items.list("downstreams", downstreams)
    let lines = output.tests.guarded().flatMap { $0.value.comment?.lines ?? [] }
    let trivia = YAMLTrivia().commented(Comment(above: lines), inV0: true)
    return entries.isEmpty ? [] : [.init("test", .mapping(entries), trivia: trivia)]
  }

  func sources(_ sources: [Item<Source>]) -> [YAMLBlock.Entry] {
    let guarded = sources.guarded()
    guard let first = guarded.first else { return [] }
    if guarded.count == 1, first.conditions.isEmpty {
      return [.init("source", .mapping(source(first.value.value, [])))]
    }
    let selector = items.selector
    let items = guarded.map { guarded -> YAMLBlock.Item in
      let conditions = guarded.conditions
      let isJinja = selector.needsJinja(conditions)
      let trivia = isJinja ? selector.trivia(conditions) : YAMLTrivia()
      return .init(
        .mapping(source(guarded.value.value, isJinja ? [] : conditions)),
        trivia: trivia.commented(guarded.value.comment.map { Comment(above: $0.lines) }, inV0: true)
      )
    }
    return [.init("source", .sequence(items))]
  }

  /// A selector counts for one line, so every line of a source for some builds has its own.
  private func source(_ source: Source, _ conditions: [Condition]) -> [YAMLBlock.Entry] {
    let trivia = items.selector.trivia(conditions)
    var entries: [YAMLBlock.Entry] = []
    func text(_ text: Text) -> YAMLBlock {
      text.literal.map { .string($0) } ?? .verbatim(V0Text.text(text))
    }
    switch source.origin {
    case .url(let addresses, let digest):
      if addresses.count == 1 {
        entries.append(.init("url", text(addresses[0].value), trivia: trivia))
      } else {
        entries.append(
          .init(
            "url", .sequence(addresses.map { .init(text($0.value), trivia: trivia) }),
            trivia: trivia))
      }
      entries.append(.init("sha256", .string(digest.value), trivia: trivia))
    case .git(let url, let revision):
      entries.append(.init("git_url", text(url.value), trivia: trivia))
      let value: YAMLBlock =
        switch revision {
        case .tag(let tag): text(tag)
        case .branch(let name): .string(name)
        case .commit(let hash): .string(hash)
        }
      entries.append(.init("git_rev", value, trivia: trivia))
    case .path(let path): entries.append(.init("path", .string(path.value), trivia: trivia))
    }
    entries += items.list(
      "patches",
      conditions.isEmpty
        ? source.patches
        : [.when(Located(Condition.all(conditions)), then: source.patches, otherwise: [])]
    ).map { .init($0.key, $0.value, trivia: trivia) }
    if let folder = source.folder {
      entries.append(.init("folder", .string(folder), trivia: trivia))
    }
    if let name = source.fileName { entries.append(.init("fn", .string(name), trivia: trivia)) }
    return entries
  }
}
