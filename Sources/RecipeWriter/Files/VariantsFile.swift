import RecipeModel
import YAML

/// The values that a recipe is built with, as `variants.yaml` or `conda_build_config.yaml`.
enum VariantsFile {
  static func v1(_ axes: [VariantAxis]) -> String? {
    var entries: [YAMLBlock.Entry] = []
    for axis in axes {
      for key in axis.keys { entries.append(.init(YAMLText(key.name), v1Values(key, of: axis))) }
    }
    let groups = axes.filter { $0.keys.count > 1 }
    if !groups.isEmpty {
      entries.append(
        .init(
          "zip_keys", .sequence(groups.map { .init(.strings($0.keys.map(\.name))) })))
    }
    return entries.isEmpty ? nil : YAMLWriter(.config).text(of: .mapping(entries))
  }

  private static func v1Values(_ key: VariantKey, of axis: VariantAxis) -> YAMLBlock {
    var items: [Item<String>] = []
    for row in axis.rows {
      guard let value = row.values[key] else { continue }
      guard let condition = row.condition else {
        items.append(Item(value))
        continue
      }
      items.append(.when(Located(condition), then: [Item(value)], otherwise: []))
    }
    // Quoted whatever they look like: 3.10 is not 3.1, and 12 would be hashed as a number.
    return .sequence(V1Items.items(items) { .string($0, style: .double) })
  }

  static func v0(_ axes: [VariantAxis]) -> String? {
    var entries: [YAMLBlock.Entry] = []
    for axis in axes {
      for key in axis.keys {
        let rows = axis.rows.filter { $0.values[key] != nil }
        let items = rows.map { row in
          YAMLBlock.Item(
            .string(row.values[key] ?? "", style: .double),
            trivia: YAMLTrivia(comment: row.condition.flatMap { V0Selector().comment([$0]) }))
        }
        entries.append(
          .init(
            YAMLText(key.name), .sequence(items), trivia: selector(rows)))
      }
    }
    let groups = axes.filter { $0.keys.count > 1 }.map { axis in
      let zipped = axis.rows.filter { $0.values.count > 1 }
      return YAMLBlock.Item(
        .sequence(
          axis.keys.map { key in
            let rows = zipped.filter { $0.values[key] != nil }
            return .init(.string(key.name), trivia: selector(rows))
          }), trivia: selector(zipped))
    }
    if !groups.isEmpty { entries.append(.init("zip_keys", .sequence(groups))) }
    return entries.isEmpty ? nil : YAMLWriter(.config).text(of: .mapping(entries))
  }

  private static func selector(_ rows: [VariantAxis.Row]) -> YAMLTrivia {
    YAMLTrivia(comment: coverage(rows).flatMap { V0Selector().comment([$0]) })
  }

  /// Where any of the rows counts; nil for everywhere. A key without values would be an empty list there.
  private static func coverage(_ rows: [VariantAxis.Row]) -> Condition? {
    var conditions: [Condition] = []
    for row in rows {
      guard let condition = row.condition else { return nil }
      if !conditions.contains(condition) { conditions.append(condition) }
    }
    let systems: [Condition] = [.platform(.linux), .platform(.osx), .platform(.win)]
    if systems.allSatisfy(conditions.contains) { return nil }
    if conditions.contains(systems[0]), conditions.contains(systems[1]) { return .platform(.unix) }
    return conditions.count == 1 ? conditions[0] : .any(conditions)
  }
}
