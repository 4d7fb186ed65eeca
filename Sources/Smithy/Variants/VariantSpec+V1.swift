import Diagnostics
import RecipeReader

extension VariantSpec {
  /// `variants.yaml` replaces whole keys, too.
  mutating func combine(
    _ configuration: V1.VariantConfiguration, file: String
  ) throws(Diagnostic) {
    let place = SourceLocation(file: file, line: 1)
    let before = record == nil ? [:] : values
    // conda-smithy makes one group of all that the file has.
    let groups = (configuration.zipKeys ?? []).joined()
    if !groups.isEmpty {
      let names = groups.map(\.spelling)
      if !zipGroups.contains(names) { zipGroups.append(names) }
      zipPlace = configuration.zipPlace?.location(in: file) ?? place
      record?.note(names, at: zipPlace ?? place)
    }
    for (key, new) in configuration.values {
      let texts = new.map(\.description)
      let group = zipGroups.first { $0.contains(key.spelling) } ?? [key.spelling]
      let isWhole = group.allSatisfy { configuration[$0] != nil }
      let isTaken = isWhole || values[key.spelling].map { $0.count == texts.count } ?? true
      if isTaken {
        values[key.spelling] = texts
        places[key.spelling] = configuration.places[key]?.first?.location(in: file) ?? place
        if new.allSatisfy(\.isInteger) {
          integers.insert(key.spelling)
        } else {
          integers.remove(key.spelling)
        }
      }
      record?.take(
        key.spelling, texts, at: (configuration.places[key] ?? []).map { $0.location(in: file) },
        in: places[key.spelling] ?? place, before: before[key.spelling], now: values[key.spelling])
    }
  }
}

extension V1.Value {
  fileprivate var isInteger: Bool { if case .integer = self { true } else { false } }
}
