import Conda
import RecipeReader
import YAML

/// The rows of a small variant file: every combination of its values.
enum VariantRows {
  static func read(_ text: String, platform: Platform, environment: [String: String] = [:]) throws
    -> [V0Variant]
  {
    let names = try SelectorNames(
      variant: V0Variant(["target_platform": platform.subdir]), platform: platform,
      environment: environment)
    let selected = try SelectorText(Array(text.utf8)).selected(for: names, PythonRuntime())
    let node = try YAMLReader(file: "conda_build_config.yaml", options: .base)
      .document(bytes: selected.bytes)
    var rows = [V0Variant()]
    for pair in node.mapping?.pairs ?? [] {
      guard let items = pair.value.sequence?.items else { continue }
      let values = items.compactMap { $0.scalar?.text }
      if ["ignore_version", "ignore_build_only_deps", "extend_keys"].contains(pair.name) {
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
}
