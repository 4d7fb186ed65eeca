import Diagnostics
import RecipeReader

extension VariantSpec {
  /// `variants.yaml` replaces whole keys, too.
  mutating func combine(
    _ configuration: V1.VariantConfiguration, file: String
  ) throws(Diagnostic) {
    let place = SourceLocation(file: file, line: 1)
    for group in configuration.zipKeys ?? [] {
      let names = group.map(\.spelling)
      if !zipGroups.contains(names) { zipGroups.append(names) }
      zipPlace = place
    }
    for (key, new) in configuration.values {
      let texts = new.map(\.description)
      let group = zipGroups.first { $0.contains(key.spelling) } ?? [key.spelling]
      let isWhole = group.allSatisfy { configuration[$0] != nil }
      if !isWhole, let before = values[key.spelling], before.count != texts.count { continue }
      values[key.spelling] = texts
      places[key.spelling] = place
    }
  }
}
