package import RecipeReader

extension PlannedOutput {
  /// - Parameter files: the names in the recipe's folder, among which a script may be.
  package init(_ output: V1.RenderedOutput, files: Set<String>) {
    name = output.name
    version = output.version
    buildNumber = Int(clamping: output.buildNumber)
    buildString = output.buildString
    hash = output.hash
    isNoarch = output.noarch != nil
    tree = output.tree
    variant = output.combination.texts
    let requirements = tree["requirements"]
    build = requirements?["build"]?.texts ?? []
    host = requirements?["host"]?.texts ?? []
    run = requirements?["run"]?.texts ?? []
    constraints = requirements?["run_constraints"]?.texts ?? []
    let ignored = requirements?["ignore_run_exports"]
    ignoredRunExports =
      (ignored?["by_name"]?.texts ?? []) + (ignored?["from_package"]?.texts ?? [])
    sources = (tree["source"]?.items ?? []).compactMap { PlannedSource($0) }
    let build = tree["build"]
    script = PlannedScript(build?["script"], files: files, output.command)
    entryPoints = build?["python"]?["entry_points"]?.texts ?? []
    tests = (tree["tests"]?.items ?? []).flatMap {
      PlannedTest.all($0, files: files, output.command)
    }
    let about = tree["about"]
    license = about?["license"]?.texts.first
    licenseFiles = about?["license_file"]?.texts ?? []
    summary = about?["summary"]?.texts.first
  }
}

extension V1.Combination {
  package var texts: [String: String] {
    guard case .fields(let fields) = tree else { return [:] }
    return fields.entries.reduce(into: [:]) { $0[$1.name] = $1.value.texts.first }
  }
}

extension PlannedSource {
  fileprivate init?(_ tree: V1.Tree) {
    if let addresses = tree["url"]?.texts, !addresses.isEmpty {
      origin = .addresses(addresses)
    } else if let path = tree["path"]?.texts.first {
      origin = .path(path)
    } else if let git = tree["git"]?.texts.first {
      let revision = tree["rev"] ?? tree["tag"] ?? tree["branch"]
      origin = .git(git, revision: revision?.texts.first)
    } else {
      return nil
    }
    sha256 = tree["sha256"]?.texts.first
    md5 = tree["md5"]?.texts.first
    patches = tree["patches"]?.texts ?? []
    folder = tree["target_directory"]?.texts.first
    fileName = tree["file_name"]?.texts.first
  }
}

extension PlannedScript {
  /// A single line that names a file, with or without the system's ending, is that file.
  ///
  /// - Parameter command: what a command with templates runs as.
  init(
    _ tree: V1.Tree?, files: Set<String>, defaultFile: String? = "build.sh",
    _ command: (String) -> String
  ) {
    let environment = tree?["env"].map { Self.environment($0) } ?? [:]
    if let file = tree?["file"]?.texts.first {
      self = .file(Self.file(file, files) ?? file, environment: environment)
      return
    }
    let content = tree?["content"] ?? tree
    if case .fields? = content {
      self = .nothing
    } else {
      let texts = content?.texts ?? []
      if texts.isEmpty {
        if tree == nil, let defaultFile, files.contains(defaultFile) {
          self = .file(defaultFile, environment: environment)
        } else {
          self = .nothing
        }
      } else if texts.count == 1, let file = Self.file(texts[0], files) {
        self = .file(file, environment: environment)
      } else {
        self = .commands(
          texts.map(command), interpreter: tree?["interpreter"]?.texts.first,
          environment: environment)
      }
    }
  }

  private static func file(_ text: String, _ files: Set<String>) -> String? {
    [text, text + ".sh"].first { files.contains($0) }
  }

  private static func environment(_ tree: V1.Tree) -> [String: String] {
    guard case .fields(let fields) = tree else { return [:] }
    var environment: [String: String] = [:]
    for entry in fields.entries { environment[entry.name] = entry.value.texts.first ?? "" }
    return environment
  }
}

extension PlannedTest {
  fileprivate static func all(
    _ tree: V1.Tree, files: Set<String>, _ command: (String) -> String
  ) -> [PlannedTest] {
    guard case .fields(let fields) = tree else { return [] }
    if let python = fields["python"] {
      let imports = python["imports"]?.texts ?? []
      let check = python["pip_check"].map { $0 != .boolean(false) } ?? true
      return [.python(imports: imports, pipCheck: check)]
    }
    if let contents = fields["package_contents"] {
      func globs(_ name: String) -> [String] {
        contents[name]?["exists"]?.texts ?? contents[name]?.texts ?? []
      }
      return [
        .contents(
          ContentsTest(
            files: globs("files"), sitePackages: globs("site_packages"), bin: globs("bin"),
            lib: globs("lib"), include: globs("include"),
            absent: contents["files"]?["not_exists"]?.texts ?? []))
      ]
    }
    if fields["script"] != nil {
      return [
        .script(
          ScriptTest(
            script: PlannedScript(fields["script"], files: files, defaultFile: nil, command),
            requirements: fields["requirements"]?["run"]?.texts ?? [],
            recipeFiles: fields["files"]?["recipe"]?.texts ?? [],
            sourceFiles: fields["files"]?["source"]?.texts ?? []))
      ]
    }
    return fields.entries.first.map { [.other($0.name)] } ?? []
  }
}

extension V1.Tree {
  var items: [V1.Tree] {
    switch self {
    case .list(let items): items
    case .null: []
    default: [self]
    }
  }

  /// The texts of a list, or the only one.
  var texts: [String] {
    items.compactMap { item in
      switch item {
      case .string(let text): text
      case .integer(let number): String(number)
      case .boolean(let flag): String(flag)
      case .number(let number): String(number)
      case .null, .list, .fields: nil
      }
    }
  }
}
