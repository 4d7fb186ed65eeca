import Conda
import Diagnostics
import RecipeReader

extension PlatformBuilds {
  /// The builds of a `recipe.yaml`, as rattler-build renders them for conda-smithy.
  mutating func add(
    _ recipe: V1.Recipe, _ spec: VariantSpec, platform: Platform, environment: [String: String],
    _ usage: V1.UsageRule
  ) throws(Diagnostic) {
    let configuration = V1.VariantConfiguration(
      spec.values, zipGroups: spec.zipGroups, integers: spec.integers)
    // conda-smithy renders as if every platform built for itself.
    let rendering = try recipe.render(
      configuration, for: V1.Platforms(target: platform),
      permissions: V1.Permissions(environment: environment), usage: usage)
    renderedVariants = rendering.outputs.count
    add(rendering.warnings)
    var known: [String: [V1.Combination]] = [:]
    for output in rendering.outputs where !output.isSkipped {
      // An output that uses less than others comes out the same for many variants.
      let (name, used) = (Self.distribution(of: output), output.usedVariant)
      if known[name]?.contains(where: { $0.isSame(as: used) }) ?? false { continue }
      known[name, default: []].append(used)
      add(output)
    }
    skips += rendering.skips.map { skip in
      let values = skip.combination.entries.map { ($0.key.normalized, $0.value.description) }
      return Skip(
        output: skip.output, place: skip.place, text: skip.source,
        variant: Dictionary(values) { first, _ in first })
    }
  }

  private static func distribution(of output: V1.RenderedOutput) -> String {
    "\(output.name)-\(output.version)-\(output.buildString)"
  }

  private mutating func add(_ output: V1.RenderedOutput) {
    var used: [String: String] = [:]
    for entry in output.usedVariant.entries {
      used[entry.key.normalized] = entry.value.description
    }
    if output.noarch != nil { used["target_platform"] = nil }
    // Exact pins of other outputs are hashed under their names, too, and are no variants.
    used = used.filter { grid.allows($0.value, of: $0.key) }
    let rows = grid.rows(agreeingWith: used)
    var variant: [String: String] = [:]
    for (index, rows) in rows {
      guard let row = rows.min() else { continue }
      for (key, value) in zip(grid.axes[index].keys, grid.axes[index].rows[row]) {
        variant[key] = value
      }
    }
    var extra: String?
    if case .string(let text)? = output.tree["extra"]?["feedstock-name"] { extra = text }
    builds.append(
      Build(
        name: output.name, distribution: Self.distribution(of: output),
        isNoarch: output.noarch != nil, used: Set(used.keys), topLevelUsed: Set(used.keys),
        variant: variant, rows: rows, feedstockName: extra))
  }
}
