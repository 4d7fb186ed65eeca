package import Diagnostics

/// What may vary for a `meta.yaml`: values for each key, and keys whose values go side by side.
package struct V0VariantConfiguration: Sendable {
  /// In written order.
  package private(set) var keys: [String] = []
  private var values: [String: [String]] = [:]
  package var zipKeys: [[String]] = []

  package init() {}

  /// Setting an empty list changes nothing: a key whose lines are all for other platforms isn't there.
  package subscript(key: String) -> [String]? {
    get { values[key] }
    set {
      guard let newValue, !newValue.isEmpty else { return }
      if values.updateValue(newValue, forKey: key) == nil { keys.append(key) }
    }
  }

  /// A later file replaces whole keys; those of these lists only grow.
  package mutating func merge(_ later: V0VariantConfiguration) {
    for key in later.keys {
      let isGrowing = Self.lists.contains(key)
      self[key] = (isGrowing ? values[key] ?? [] : []) + (later[key] ?? [])
    }
    for group in later.zipKeys {
      zipKeys.removeAll { !Set($0).isDisjoint(with: group) }
      zipKeys.append(group)
    }
  }

  private static let lists: Set<String> = [
    "ignore_version", "ignore_build_only_deps", "extend_keys",
  ]

  /// The first value of each key.
  package var first: V0Variant { row([:]) }

  /// With the values at these places instead of the first ones.
  private func row(_ places: [String: Int]) -> V0Variant {
    var variant = V0Variant()
    for key in keys {
      guard let values = values[key] else { continue }
      if Self.lists.contains(key) {
        variant.lists[key] = values
      } else {
        variant.values[key] = values[min(places[key] ?? 0, values.count - 1)]
      }
    }
    return variant
  }

  // MARK: - Combinations

  /// More than any recipe has; a mistake in a variant file must not fill the memory.
  private static let limit = 5000

  /// Every combination of the keys that the recipe's text mentions; others have their first value.
  ///
  /// More may be mentioned than used, so some of these build the same packages.
  package func variants(for recipe: V0Recipe) throws(Diagnostic) -> [V0Variant] {
    let several = keys.filter { (values[$0]?.count ?? 0) > 1 && !Self.lists.contains($0) }
    var used = recipe.mentioned(of: several)
    for group in zipKeys where !used.isDisjoint(with: group) { used.formUnion(group) }
    var axes: [[String]] = []
    for key in several where used.contains(key) && !axes.contains(where: { $0.contains(key) }) {
      axes.append(zipKeys.first { $0.contains(key) } ?? [key])
    }
    var rows: [[String: Int]] = [[:]]
    for axis in axes {
      let count = axis.compactMap { values[$0]?.count }.max() ?? 1
      guard rows.count * count <= Self.limit else {
        throw .tooManyV0Variants(Self.limit, at: SourceLocation(file: recipe.file, line: 1))
      }
      rows = rows.flatMap { row in
        (0..<count).map { place in
          row.merging(axis.map { ($0, place) }) { $1 }
        }
      }
    }
    return rows.map { self.row($0) }
  }
}

extension V0Recipe {
  /// The keys that the recipe or its build scripts may use, on whatever platform.
  package func mentioned(of keys: [String]) -> Set<String> {
    var mentioned = V0UsageSearch(source.bytes, selectorsOnly: false).used(of: keys)
    mentioned.formUnion(V0UsageSearch(source.bytes, selectorsOnly: true).used(of: keys))
    for (name, text) in companions {
      if name.hasSuffix(".sh") { mentioned.formUnion(V0ScriptUsage.shell(text, keys)) }
      if name.hasSuffix(".bat") { mentioned.formUnion(V0ScriptUsage.batch(text, keys)) }
    }
    // `py` and `np` stand for these in selectors.
    if keys.contains("python"), PythonText.find(Array("py".utf8), in: source.bytes) != nil {
      mentioned.insert("python")
    }
    if keys.contains("numpy"), PythonText.find(Array("np".utf8), in: source.bytes) != nil {
      mentioned.insert("numpy")
    }
    return mentioned
  }
}

extension Diagnostic {
  static func tooManyV0Variants(_ limit: Int, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "the recipe has more than \(limit) variants",
      remedy: "tie keys together with zip_keys, or give one variant file of .ci_support")
  }
}
