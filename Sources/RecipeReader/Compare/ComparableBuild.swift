/// One package of one variant in words that both formats share, for telling two recipes apart.
package struct ComparableBuild: Hashable, Sendable {
  package var name: String
  /// The values that made a difference.
  package var variant: [String: String]
  /// By path, in `recipe.yaml`'s names. Lists whose order says nothing are in order.
  package private(set) var fields: [String: [String]] = [:]

  init(name: String, variant: [String: String]) {
    self.name = name
    self.variant = variant
  }

  /// Paths in which order says nothing.
  private static let unordered = ["requirements.", "tests.requirements", "tests.imports", "about."]

  mutating func add(_ path: String, _ values: [String]) {
    guard !values.isEmpty, !Self.ignored.contains(where: path.hasPrefix) else { return }
    if let files = ExpectedFiles(path, values) {
      fields[ExpectedFiles.path, default: []] += files.found
      fields[ExpectedFiles.path]?.sort()
      guard !files.rest.isEmpty else { return }
      return add(path, files.rest)
    }
    fields[path, default: []] += values.map { Self.canonical(unpinned($0, at: path), at: path) }
    if Self.unordered.contains(where: path.hasPrefix) { fields[path]?.sort() }
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

  /// One spelling for what tools read alike.
  private static func canonical(_ text: String, at path: String) -> String {
    switch path {
    case "about.homepage", "about.repository", "about.documentation":
      text.hasSuffix("/") ? String(text.dropLast()) : text
    case "build.python.entry_points": text.replacing(" ", with: "")
    case "build.script":
      scriptName(text)
        ?? text.replacing("${{ PYTHON }}", with: "$PYTHON").replacing("%PYTHON%", with: "$PYTHON")
    default: text
    }
  }

  /// A script by the name that it has in both formats: `bld.bat` in one is `build` in the other.
  private static func scriptName(_ text: String) -> String? {
    guard !text.contains(" "), let dot = text.lastIndex(of: ".") else { return nil }
    switch text[dot...] {
    case ".sh": return String(text[..<dot])
    case ".bat":
      return (text.hasPrefix("bld") ? "build" + text[..<dot].dropFirst(3) : String(text[..<dot]))
    default: return nil
    }
  }

  /// What is another thing in each format, or says nothing about the package.
  private static let ignored = [
    "extra.final", "extra.copy_test_source_files", "extra.parent_recipe",
    "about.license_family", "about.identifiers", "about.keywords", "about.tags", "about.extra",
  ]
}
