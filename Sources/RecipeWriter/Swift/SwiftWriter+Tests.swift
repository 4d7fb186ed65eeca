import RecipeModel
import YAML

extension SwiftWriter {
  func tests(_ tests: [Item<Test>]) -> [SwiftCode] {
    tests.isEmpty ? [] : [.block("Tests", [], lines(tests) { [test($0)] })]
  }

  private func test(_ test: Test) -> SwiftCode {
    switch test {
    case .python(let python):
      var arguments = python.imports.map { SwiftCode.Argument(nil, .text($0.value)) }
      if !python.pipCheck { arguments.append(.init("pipCheck", .atom("false"))) }
      if !python.pythonVersions.isEmpty {
        arguments.append(
          .init("pythonVersions", .texts(python.pythonVersions.map(\.value))))
      }
      return .call("Imports", arguments)
    case .commands(let commands): return self.commands(commands) ?? kept(test)
    case .contents(let contents): return self.contents(contents) ?? kept(test)
    case .downstream(let name): return .call("Downstream", [.init(nil, .text(name))])
    case .kept: return kept(test)
    }
  }

  private func kept(_ test: Test) -> SwiftCode {
    .call("VerbatimTest", [.init(nil, SwiftValue(RecipeValue(v1.test(test))))])
  }

  private func commands(_ test: CommandTest) -> SwiftCode? {
    guard let files = plain(test.files), let sourceFiles = plain(test.sourceFiles) else {
      return nil
    }
    var rest: [SwiftCode.Argument] = []
    if !files.isEmpty { rest.append(.init("files", .texts(files))) }
    if !sourceFiles.isEmpty { rest.append(.init("sourceFiles", .texts(sourceFiles))) }
    let specs = lines(test.requirements) { requirement in
      guard case .string(let text) = RecipeValue(V1Items.requirement(requirement)) else {
        return []
      }
      return [literal(.text(text))]
    }
    if let commands = plain(test.commands), commands.allSatisfy({ !$0.contains("\n") }),
      let requirements = plain(test.requirements)
    {
      var arguments = commands.map { SwiftCode.Argument(nil, .text($0)) }
      let texts = requirements.compactMap { requirement -> String? in
        guard case .string(let text) = RecipeValue(V1Items.requirement(requirement)) else {
          return nil
        }
        return text
      }
      if !texts.isEmpty { arguments.append(.init("requires", .texts(texts))) }
      return .call("Command", arguments + rest)
    }
    var closures = [
      SwiftCode.Closure(label: nil, body: lines(test.commands) { [literal(.text($0))] })
    ]
    if !specs.isEmpty { closures.append(.init(label: "requires", body: specs)) }
    return .call("Command", rest, closures)
  }

  private func contents(_ test: ContentsTest) -> SwiftCode? {
    let labels = ["files", "sitePackages", "libraries", "executables", "headers"]
    var arguments: [SwiftCode.Argument] = []
    for (label, section) in zip(labels, test.sections) {
      guard let texts = plain(section.items) else { return nil }
      if !texts.isEmpty { arguments.append(.init(label, .texts(texts))) }
    }
    return .call("PackageContents", arguments)
  }

  func sources(_ sources: [Item<Source>], path: [String]) -> [SwiftCode] {
    if sources.isEmpty { return [] }
    let hasForm = sources.guarded().allSatisfy {
      plain($0.value.value.patches) != nil && fits($0.value.value)
    }
    guard hasForm else {
      return v1.sources(sources).map { Self.verbatim([$0.key.text], RecipeValue($0.value)) }
    }
    return lines(sources) { [source($0)] }
  }

  private func fits(_ source: Source) -> Bool {
    switch source.origin {
    case .url: true
    case .git(_, .branch): false
    case .git: source.fileName == nil
    case .path: source.patches.isEmpty && source.folder == nil && source.fileName == nil
    }
  }

  private func source(_ source: Source) -> SwiftCode {
    var arguments: [SwiftCode.Argument] = []
    switch source.origin {
    case .url(let addresses, let digest):
      arguments.append(.init("url", addresses.first.map { text($0.value) } ?? .text("")))
      if addresses.count > 1 {
        arguments.append(.init("mirrors", .list(addresses.dropFirst().map { text($0.value) })))
      }
      arguments.append(.init("sha256", .text(digest.value)))
    case .git(let url, let revision):
      arguments.append(.init("git", text(url.value)))
      switch revision {
      case .tag(let tag): arguments.append(.init("tag", text(tag)))
      case .branch(let name): arguments.append(.init("branch", .text(name)))
      case .commit(let hash): arguments.append(.init("commit", .text(hash)))
      }
    case .path(let path): arguments.append(.init("path", .text(path.value)))
    }
    let patches = plain(source.patches) ?? []
    if !patches.isEmpty { arguments.append(.init("patches", .texts(patches))) }
    if let folder = source.folder { arguments.append(.init("folder", .text(folder))) }
    if let name = source.fileName { arguments.append(.init("fileName", .text(name))) }
    return .call("Source", arguments)
  }
}
