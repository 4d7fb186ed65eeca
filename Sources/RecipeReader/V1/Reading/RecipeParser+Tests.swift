import Diagnostics

extension V1.RecipeParser {
  mutating func tests(_ node: Node) throws(Diagnostic) -> [V1.Branch<V1.PackageTest>] {
    try list(node, "tests") { try $0.test($1) }
  }

  private static let kinds = [
    "python", "perl", "r", "ruby", "script", "downstream", "package_contents",
  ]

  /// The first field that names a kind of test decides; beside it others are not looked at, except
  /// beside `script` and `downstream`.
  private mutating func test(_ node: Node) throws(Diagnostic) -> V1.PackageTest {
    let fields = try mapping(node, "a test")
    let kind = Self.kinds.first { fields[$0] != nil }
    switch kind.flatMap({ kind in fields[kind].map { (kind, $0) } }) {
    case ("python", let node)?: return .python(try pythonTest(node))
    case ("perl", let node)?:
      let fields = try mapping(node, "tests.perl", allowed: ["uses"])
      return .perl(uses: globs("uses", of: fields, in: "tests.perl"))
    case ("r", let node)?:
      let fields = try mapping(node, "tests.r", allowed: ["libraries"])
      return .r(libraries: globs("libraries", of: fields, in: "tests.r"))
    case ("ruby", let node)?:
      let fields = try mapping(node, "tests.ruby", allowed: ["requires"])
      return .ruby(requires: globs("requires", of: fields, in: "tests.ruby"))
    case ("script", _)?: return .commands(try commandsTest(node))
    case ("downstream", let package)?:
      _ = try mapping(node, "a downstream test", allowed: ["downstream"])
      return .downstream(try text(package, "tests.downstream"))
    case ("package_contents", let node)?: return .contents(try contentsTest(node))
    default:
      let known = fields.entries.first.flatMap {
        Suggestion(for: $0.key.text, in: Self.kinds)
      }
      throw .invalidValue(
        of: "a test", "it has none of the fields \(Self.kinds.joined(separator: ", "))",
        remedy: known?.remedy ?? "add the one that says what to test",
        at: location(node.place))
    }
  }

  private mutating func pythonTest(_ node: Node) throws(Diagnostic) -> V1.PythonTest {
    let section = "tests.python"
    let fields = try mapping(node, section, allowed: ["imports", "pip_check", "python_version"])
    var test = V1.PythonTest()
    test.imports =
      field("imports", of: fields) { try $0.textsOrOne($1, "tests.python.imports") } ?? []
    test.checksPip = field("pip_check", of: fields) {
      try $0.boolean($1, "tests.python.pip_check")
    }
    test.versions = field("python_version", of: fields) { parser, node in
      guard case .sequence = node else {
        return .one(try parser.text(node, "tests.python.python_version"))
      }
      return .several(try parser.texts(node, "tests.python.python_version"))
    }
    return test
  }

  private mutating func commandsTest(_ node: Node) throws(Diagnostic) -> V1.CommandsTest {
    let fields = try mapping(
      node, "a script test", allowed: ["script", "requirements", "files"])
    var test = V1.CommandsTest()
    test.script = field("script", of: fields) { try $0.script($1, "tests.script") } ?? .init()
    if let requirements = fields["requirements"] {
      let section = "tests.requirements"
      let fields = try mapping(requirements, section, allowed: ["run", "build"])
      test.run = field("run", of: fields) { try $0.specs($1, "tests.requirements.run") } ?? []
      test.build = field("build", of: fields) { try $0.specs($1, "tests.requirements.build") } ?? []
    }
    if let files = fields["files"] {
      let fields = try mapping(files, "tests.files", allowed: ["source", "recipe"])
      test.sourceFiles = globs("source", of: fields, in: "tests.files")
      test.recipeFiles = globs("recipe", of: fields, in: "tests.files")
    }
    return test
  }

  private mutating func contentsTest(_ node: Node) throws(Diagnostic) -> V1.ContentsTest {
    let section = "tests.package_contents"
    let kinds = ["files", "site_packages", "bin", "lib", "include"]
    let fields = try mapping(node, section, allowed: kinds + ["strict"])
    var test = V1.ContentsTest()
    for kind in kinds {
      guard let checks = field(kind, of: fields, { try $0.checks($1, "\(section).\(kind)") })
      else { continue }
      test.checks.append((kind, checks))
    }
    test.isStrict = field("strict", of: fields) { try $0.flag($1, "\(section).strict") } ?? false
    return test
  }

  private mutating func checks(_ node: Node, _ section: String) throws(Diagnostic) -> V1.FileChecks
  {
    guard case .mapping = node else { return V1.FileChecks(present: try texts(node, section)) }
    let fields = try mapping(node, section, allowed: ["exists", "not_exists"])
    return V1.FileChecks(
      present: globs("exists", of: fields, in: section),
      missing: globs("not_exists", of: fields, in: section))
  }
}
