import Conda
import RecipeReader
import YAML

/// The rows of a small variant file: every combination of its values.
enum VariantRows {
  static func read(_ text: String, platform: Platform, environment: [String: String] = [:]) throws
    -> [V0Variant]
  {
    var rows = [V0Variant()]
    for pair in try mapping(text, platform, environment) {
      guard let items = pair.value.sequence?.items else { continue }
      let values = items.compactMap { $0.scalar?.text }
      if extended.contains(pair.name) {
        for index in rows.indices { rows[index].lists[pair.name] = values }
      } else if !values.isEmpty, pair.name != "zip_keys" {
        rows = rows.flatMap { row in
          values.map { value in
            var row = row
            row.values[pair.name] = value
            return row
          }
        }
      }
    }
    return rows
  }

  /// The first value of each key.
  static func first(_ text: String, platform: Platform) throws -> V0Variant {
    var row = V0Variant()
    for pair in try mapping(text, platform, [:]) {
      let values = pair.value.sequence?.items.compactMap { $0.scalar?.text }
      if extended.contains(pair.name) {
        row.lists[pair.name] = values ?? []
      } else if let value = values?.first ?? pair.value.scalar?.text, !value.isEmpty,
        pair.name != "zip_keys"
      {
        row.values[pair.name] = value
      }
    }
    return row
  }

  private static let extended = ["ignore_version", "ignore_build_only_deps", "extend_keys"]

  private static func mapping(
    _ text: String, _ platform: Platform, _ environment: [String: String]
  ) throws -> [YAMLMapping.Pair] {
    let names = try SelectorNames(
      variant: V0Variant(["target_platform": platform.subdir]), platform: platform,
      environment: environment)
    let selected = try SelectorText(Array(text.utf8)).selected(for: names, PythonRuntime())
    let node = try YAMLReader(file: "conda_build_config.yaml", options: .base)
      .document(bytes: selected.bytes)
    return node.mapping?.pairs ?? []
  }
}
