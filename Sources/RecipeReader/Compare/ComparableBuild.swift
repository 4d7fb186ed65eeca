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
    fields[path, default: []] += values.map { Self.canonical($0, at: path) }
    if Self.unordered.contains(where: path.hasPrefix) { fields[path]?.sort() }
  }

  /// One spelling for what tools read alike.
  private static func canonical(_ text: String, at path: String) -> String {
    switch path {
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

  /// How the build is called in a report: `genn (python 3.12)`.
  package func title(besides shared: Set<String>) -> String {
    let values = variant.filter { !shared.contains($0.key) }.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value)" }
    return values.isEmpty ? name : "\(name) (\(values.joined(separator: ", ")))"
  }
}
