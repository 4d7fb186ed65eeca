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

  /// One spelling for what tools read alike.
  private static func canonical(_ text: String, at path: String) -> String {
    switch path {
    case "about.homepage", "about.repository", "about.documentation":
      text.hasSuffix("/") ? String(text.dropLast()) : text
    case "build.python.entry_points": text.replacing(" ", with: "")
    case "build.script":
      text.replacing("${{ PYTHON }}", with: "$PYTHON").replacing("%PYTHON%", with: "$PYTHON")
    default: text
    }
  }

  /// What is another thing in each format, or says nothing about the package.
  private static let ignored = [
    "build.string", "extra.final", "extra.copy_test_source_files", "extra.parent_recipe",
    "about.license_family", "about.identifiers", "about.keywords", "about.tags", "about.extra",
  ]
}
