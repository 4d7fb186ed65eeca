import RecipeModel
import YAML

extension V1Writer {
  func test(_ test: Test) -> YAMLBlock {
    switch test {
    case .python(let test):
      var entries: [YAMLBlock.Entry] = [
        .init("imports", .located(test.imports))
      ]
      entries.append(.init("pip_check", .bool(test.pipCheck)))
      let versions = test.pythonVersions.map(\.value)
      if !versions.isEmpty {
        entries.append(
          .init(
            "python_version", versions.count == 1 ? .string(versions[0]) : .strings(versions)))
      }
      return ["python": .mapping(entries)]
    case .commands(let test): return .mapping(commands(test))
    case .contents(let test):
      let strict = test.isStrict ? [YAMLBlock.Entry("strict", true)] : []
      return [
        "package_contents": .mapping(
          strict + test.sections.flatMap { V1Items.list($0.name, $0.items) })
      ]
    case .downstream(let name): return ["downstream": .string(name)]
    case .kept(let value): return YAMLBlock(value)
    }
  }

  private func commands(_ test: CommandTest) -> [YAMLBlock.Entry] {
    var entries = V1Items.list("script", test.commands)
    if !test.requirements.isEmpty {
      entries.append(
        .init("requirements", .mapping(V1Items.list("run", test.requirements))))
    }
    let files =
      V1Items.list("source", test.sourceFiles) + V1Items.list("recipe", test.files)
    if !files.isEmpty { entries.append(.init("files", .mapping(files))) }
    return entries
  }

  func sources(_ sources: [Item<Source>]) -> [YAMLBlock.Entry] {
    guard !sources.isEmpty else { return [] }
    let items = V1Items.items(sources) { .mapping(source($0)) }
    if sources.count == 1, case .value(let only) = sources[0] {
      return [.init("source", .mapping(source(only.value)))]
    }
    return [.init("source", .sequence(items))]
  }

  private func source(_ source: Source) -> [YAMLBlock.Entry] {
    var entries: [YAMLBlock.Entry] = []
    switch source.origin {
    case .url(let addresses, let digest):
      let texts = addresses.map { V1Expression.text($0.value) }
      entries.append(.init("url", texts.count == 1 ? .string(texts[0]) : .strings(texts)))
      entries.append(.init("sha256", .string(digest.value)))
    case .git(let url, let revision):
      entries.append(.init("git", .string(V1Expression.text(url.value))))
      switch revision {
      case .tag(let tag): entries.append(.init("tag", .string(V1Expression.text(tag))))
      case .branch(let name): entries.append(.init("branch", .string(name)))
      case .commit(let hash): entries.append(.init("rev", .string(hash)))
      }
    case .path(let path): entries.append(.init("path", .string(path.value)))
    }
    entries += V1Items.list("patches", source.patches)
    if let folder = source.folder { entries.append(.init("target_directory", .string(folder))) }
    if let name = source.fileName { entries.append(.init("file_name", .string(name))) }
    return entries
  }
}
