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
    case .commands(let commands): return self.commands(commands)
    case .contents(let contents): return self.contents(contents)
    case .downstream(let name): return .call("Downstream", [.init(nil, .text(name))])
    case .kept: return kept(test)
    }
  }

  private func kept(_ test: Test) -> SwiftCode {
    .call("VerbatimTest", [.init(nil, SwiftValue(RecipeValue(v1.test(test))))])
  }

  private func commands(_ test: CommandTest) -> SwiftCode {
    let files = plain(test.files) ?? []
    let sourceFiles = plain(test.sourceFiles) ?? []
    let isPlain = plain(test.files) != nil && plain(test.sourceFiles) != nil
    var rest: [SwiftCode.Argument] = []
    if !files.isEmpty { rest.append(.init("files", .texts(files))) }
    if !sourceFiles.isEmpty { rest.append(.init("sourceFiles", .texts(sourceFiles))) }
    let specs = lines(test.requirements) { requirement in
      guard case .string(let text) = RecipeValue(V1Items.requirement(requirement)) else {
        return []
      }
      return [literal(.text(text))]
    }
    if isPlain, let commands = plain(test.commands), commands.allSatisfy({ !$0.contains("\n") }),
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
    if !isPlain {
      func add(_ label: String, _ items: [Item<String>]) {
        guard !items.isEmpty else { return }
        closures.append(.init(label: label, body: lines(items) { [literal(.text($0))] }))
      }
      rest = []
      add("files", test.files)
      add("sourceFiles", test.sourceFiles)
    }
    return .call("Command", rest, closures)
  }

  private func contents(_ test: ContentsTest) -> SwiftCode {
    let labels = ["files", "sitePackages", "libraries", "executables", "headers"]
    var arguments: [SwiftCode.Argument] = []
    var closures: [SwiftCode.Closure] = []
    let isPlain = test.sections.allSatisfy { plain($0.items) != nil }
    for (label, section) in zip(labels, test.sections) {
      if isPlain, let texts = plain(section.items), !texts.isEmpty {
        arguments.append(.init(label, .texts(texts)))
      }
      // The first closure has no label, so it is there even if it is empty.
      if !isPlain, label == "files" || !section.items.isEmpty {
        let body = lines(section.items) { [literal(.text($0))] }
        closures.append(.init(label: label == "files" ? nil : label, body: body))
      }
    }
    if test.isStrict { arguments.append(.init("isStrict", .atom("true"))) }
    return .call("PackageContents", arguments, closures)
  }

  func sources(_ sources: [Item<Source>]) -> [SwiftCode] {
    return lines(sources) { [source($0)] }
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
    let patches = plain(source.patches)
    if let patches, !patches.isEmpty { arguments.append(.init("patches", .texts(patches))) }
    if let folder = source.folder { arguments.append(.init("folder", .text(folder))) }
    if let name = source.fileName { arguments.append(.init("fileName", .text(name))) }
    let call = SwiftCode.call("Source", arguments)
    guard patches == nil else { return call }
    return .chain(call, "patched", lines(source.patches) { [literal(.text($0))] })
  }
}
