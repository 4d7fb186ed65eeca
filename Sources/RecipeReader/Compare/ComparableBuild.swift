import Conda
import RecipeModel

/// One package of one variant in words that both formats share, for telling two recipes apart.
package struct ComparableBuild: Hashable, Sendable {
  package var name: String
  /// The values that made a difference.
  package var variant: [String: String]
  /// By path, in `recipe.yaml`'s names. Lists whose order says nothing are in order.
  package private(set) var fields: [String: [String]] = [:]

  private let system: PlatformGroup

  init(name: String, variant: [String: String], on platform: Platform) {
    self.name = name
    self.variant = variant
    system = [.win, .osx].first { $0.contains(platform) } ?? .linux
  }

  /// Paths in which neither order nor repetition says anything.
  private static let unordered = ["requirements.", "tests.requirements", "tests.imports", "about."]

  mutating func add(_ path: String, _ values: [String]) {
    guard !values.isEmpty, !Self.ignored.contains(where: path.hasPrefix) else { return }
    if let files = ExpectedFiles(path, values, on: system) {
      fields[ExpectedFiles.path] = Set(fields[ExpectedFiles.path, default: []] + files.found)
        .sorted()
      guard !files.rest.isEmpty else { return }
      return add(path, files.rest)
    }
    if path == "tests.script", let modules = Self.imports(values) {
      return add("tests.imports", modules)
    }
    let texts = values.flatMap { ComparableText($0, at: path).values }
    fields[path, default: []] += texts.map { unpinned($0, at: path) }
    if Self.unordered.contains(where: path.hasPrefix) {
      fields[path] = Set(fields[path, default: []]).sorted()
    }
  }

  /// `python -c "import box"` for each of some modules.
  private static func imports(_ commands: [String]) -> [String]? {
    let start = "python -c \"import "
    let modules = commands.compactMap { command -> String? in
      guard command.hasPrefix(start), command.last == "\"" else { return nil }
      let module = command.dropFirst(start.count).dropLast()
      return module.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
        ? String(module) : nil
    }
    return modules.count == commands.count ? modules : nil
  }

  /// An output that nothing is built or packed for uses no source, whether it has one or not.
  mutating func removeUnusedSources() {
    let usesSource = fields.keys.contains {
      $0.hasPrefix("build.script") || $0 == "about.license_file"
    }
    if !usesSource { fields = fields.filter { !$0.key.hasPrefix("source") } }
  }

  /// conda-build writes the variant's version behind a bare name, rattler-build keeps it bare.
  private func unpinned(_ text: String, at path: String) -> String {
    guard path == "requirements.host" || path == "requirements.build",
      let space = text.firstIndex(of: " ")
    else { return text }
    let name = String(text[..<space])
    let constraint = text[text.index(after: space)...]
    let key = String(name.map { $0 == "-" ? "_" : $0 })
    guard let value = variant[key] else { return text }
    return constraint == value || constraint == value + ".*" ? name : text
  }

  /// A build string that the recipe decides, without the digits of its hash.
  mutating func add(buildString: String) {
    var form = buildString
    var start = form.startIndex
    while let mark = form[start...].firstIndex(of: "h") {
      start = form.index(after: mark)
      let digits = form[start...].prefix(7)
      guard digits.utf8.count == 7, digits.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
        continue
      }
      form.replaceSubrange(start..<digits.endIndex, with: "<hash>")
      break
    }
    add("build.string", [form])
  }

  /// What is another thing in each format, or says nothing about the package.
  private static let ignored = [
    "extra.final", "extra.copy_test_source_files", "extra.parent_recipe",
    "about.license_family", "about.identifiers", "about.keywords", "about.tags", "about.extra",
  ]
}
