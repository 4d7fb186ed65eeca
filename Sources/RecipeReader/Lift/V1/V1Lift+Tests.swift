import RecipeModel
import YAML

extension V1Lift {
  mutating func test(_ node: YAMLNode) -> Test? {
    guard let mapping = node.mapping else { return nil }
    if let node = mapping["python"], mapping.pairs.count == 1 || isForV0 {
      return pythonTest(node).map { .python($0) }
    }
    if mapping["script"] != nil { return commandTest(mapping).map { .commands($0) } }
    if let node = mapping["package_contents"], mapping.pairs.count == 1 {
      return contentsTest(node).map { .contents($0) }
    }
    if let node = mapping["downstream"], mapping.pairs.count == 1 {
      return string(node).map { .downstream($0) }
    }
    return nil
  }

  private func pythonTest(_ node: YAMLNode) -> PythonTest? {
    guard let mapping = node.mapping else { return nil }
    var test = PythonTest(imports: [], pipCheck: true)
    for pair in mapping.pairs {
      switch pair.name {
      case "imports":
        guard let names = strings(pair.value) else { return nil }
        test.imports = names
      case "pip_check":
        guard let flag = flag(pair.value) else { return nil }
        test.pipCheck = flag
      case "python_version":
        // A list of one is rendered as a list.
        guard isForV0 || pair.value.sequence?.items.count != 1 else { return nil }
        if let versions = strings(pair.value) {
          test.pythonVersions = versions
        } else if !isForV0 {
          return nil
        }
      default: return nil
      }
    }
    return test
  }

  /// To conda-build the Python of some builds' imports, and what stands beside imports, are requirements of
  /// all tests.
  mutating func requirements(beside node: YAMLNode) -> [Item<Requirement>] {
    guard let python = node["python"] else { return [] }
    var requirements = node["requirements"]?["run"].flatMap { self.requirements($0) } ?? []
    if let versions = python["python_version"], strings(versions) == nil {
      let choices = texts(versions)?.filter { if case .when = $0 { true } else { false } } ?? []
      requirements += choices.map { item in
        item.mapped { version in .package(text("python \(version)")) }
      }
    }
    return requirements
  }

  private func flag(_ node: YAMLNode) -> Bool? {
    switch node.scalar.map({ RecipeValue($0, schema: .core12) }) {
    case .plain("true"): true
    case .plain("false"): false
    default: nil
    }
  }

  private mutating func commandTest(_ mapping: YAMLMapping) -> CommandTest? {
    var test = CommandTest(commands: [])
    for pair in mapping.pairs {
      switch pair.name {
      case "script":
        var content = pair.value
        if let mapping = content.mapping, mapping.pairs.count == 1, let node = mapping["content"] {
          content = node
        }
        guard content.mapping == nil, let commands = texts(content) else { return nil }
        test.commands = commands
      case "requirements":
        guard let sections = pair.value.mapping, sections.pairs.count == 1,
          let run = sections["run"].flatMap({ requirements($0) })
        else { return nil }
        test.requirements = run
      case "files":
        guard let sections = pair.value.mapping else { return nil }
        for pair in sections.pairs {
          guard pair.value.sequence != nil, let files = texts(pair.value) else { return nil }
          switch pair.name {
          case "source": test.sourceFiles = files
          case "recipe": test.files = files
          default: return nil
          }
        }
      default: return nil
      }
    }
    return test
  }

  private mutating func contentsTest(_ node: YAMLNode) -> ContentsTest? {
    guard let mapping = node.mapping else { return nil }
    var test = ContentsTest()
    for pair in mapping.pairs {
      if pair.name == "strict", let flag = flag(pair.value) {
        test.isStrict = flag
        continue
      }
      guard let items = texts(pair.value) else { return nil }
      switch pair.name {
      case "files": test.files = items
      case "site_packages": test.sitePackages = items
      case "lib": test.libraries = items
      case "bin": test.executables = items
      case "include": test.headers = items
      default: return nil
      }
    }
    return test
  }

  mutating func sources(_ node: YAMLNode) -> [Item<Source>]? {
    var lift = self
    return items(node) { lift.source($0) }
  }

  private mutating func source(_ node: YAMLNode) -> Source? {
    guard let mapping = node.mapping else { return nil }
    var fields = Dictionary(
      mapping.pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    func take(_ name: String) -> YAMLNode? { fields.removeValue(forKey: name) }
    var origin: Source.Origin?
    if let url = take("url") {
      guard let digest = take("sha256").flatMap(string), let addresses = strings(url),
        !addresses.isEmpty
      else { return nil }
      origin = .url(
        addresses.map { $0.map { text($0) } }, sha256: Located(digest, at: url.location))
    } else if let git = take("git") {
      guard let address = string(git).map({ Located(text($0), at: git.location) }) else {
        return nil
      }
      if let tag = take("tag").flatMap(string) {
        origin = .git(url: address, revision: .tag(text(tag)))
      } else if let branch = take("branch").flatMap(string) {
        origin = .git(url: address, revision: .branch(branch))
      } else if let revision = take("rev").flatMap(string) {
        origin = .git(url: address, revision: .commit(revision))
      }
    } else if let path = take("path") {
      origin = string(path).map { .path(Located($0, at: path.location)) }
    }
    guard let origin else { return nil }
    var source = Source(origin)
    if let patches = take("patches") {
      guard patches.sequence != nil, let items = texts(patches) else { return nil }
      source.patches = items
    }
    if let folder = take("target_directory") {
      guard let name = string(folder) else { return nil }
      source.folder = name
    }
    if let file = take("file_name") {
      guard let name = string(file) else { return nil }
      source.fileName = name
    }
    return fields.isEmpty ? source : nil
  }
}
