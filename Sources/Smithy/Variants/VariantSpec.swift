import Conda
import Diagnostics
import RecipeReader

/// All values of all keys, put together from a stack of files: conda-build's combined spec.
struct VariantSpec: Sendable {
  /// By key; never empty.
  var values: [String: [String]] = [:]
  var zipGroups: [[String]] = []
  /// Keys whose values are whole numbers: those of `variants.yaml` stay what they are.
  var integers: Set<String> = []
  /// `pin_run_as_build`: fields by package.
  var pins: [String: [String: String]] = [:]
  /// `ignore_version` and other keys that grow and never vary.
  var lists: [String: [String]] = [:]
  /// Where each key got its values.
  var places: [String: SourceLocation] = [:]
  var zipPlace: SourceLocation?
  /// Where each value comes from, if somebody wants to know.
  var record: VariantRecord?

  /// What conda-build assumes before any file is read.
  init(platform: Platform) {
    for (key, value) in V0Variant().completed(for: platform).values { values[key] = [value] }
    let pin = ["min_pin": "x.x", "max_pin": "x.x"]
    pins = ["python": pin, "r-base": pin]
  }
}

extension VariantSpec {
  private static let extended: Set = ["ignore_version", "ignore_build_only_deps"]

  /// Later files replace the keys of earlier ones, whole groups of zipped keys at once.
  mutating func combine(_ files: [V0VariantFile]) throws(Diagnostic) {
    for file in files {
      for group in file.zipGroups where !zipGroups.contains(group) { zipGroups.append(group) }
      zipPlace = file.zipPlace ?? zipPlace
    }
    let extended = Self.extended.union(files.flatMap(\.extendKeys))
    let groups = groupOfKey
    for file in files {
      let before = record == nil ? [:] : values
      defer { record?.take(file, before: before, values) }
      for entry in file.entries {
        switch entry.setting {
        case .mapping(let mapping):
          if entry.key == "pin_run_as_build" { pins.merge(mapping) { _, last in last } }
        case .values(let new) where extended.contains(entry.key):
          let known = lists[entry.key] ?? []
          lists[entry.key] = known + new.filter { !known.contains($0) }
        case .values(let new):
          try take(entry, new, of: file, in: groups[entry.key] ?? [entry.key])
        }
      }
    }
  }

  /// The first group of each key that is zipped.
  private var groupOfKey: [String: [String]] {
    var groups: [String: [String]] = [:]
    for group in zipGroups { for key in group where groups[key] == nil { groups[key] = group } }
    return groups
  }

  /// A part of a group counts only where it has as many values as the rest.
  private mutating func take(
    _ entry: V0VariantFile.Entry, _ new: [String], of file: V0VariantFile, in group: [String]
  ) throws(Diagnostic) {
    let given = group.compactMap { file[$0] }
    if given.count == group.count {
      for other in given {
        guard other.values.count == new.count else {
          throw .migratedZipUnequal(
            entry.key, new.count, other.key, other.values.count, at: entry.place)
        }
        values[other.key] = other.values
        places[other.key] = other.place
      }
      return
    }
    guard let before = values[entry.key] else { return }
    let fits = group.allSatisfy { key in
      (file[key].map { $0.values.count == new.count } ?? true)
        && (values[key].map { $0.count == new.count } ?? true)
    }
    if fits {
      values[entry.key] = new
      places[entry.key] = entry.place
    } else if let missing = new.first(where: { !before.contains($0) }) {
      let others = group.filter { file[$0] == nil }
      throw .zippedValueUnknown(entry.key, missing, others, at: entry.place)
    }
  }

  /// What conda-build asks of the result.
  func check() throws(Diagnostic) {
    var seen: Set<String> = []
    for group in zipGroups {
      for key in group {
        guard let count = values[key]?.count else {
          throw .zipKeyWithoutValues(key, at: zipPlace)
        }
        guard seen.insert(key).inserted else { throw .keyZippedTwice(key, at: zipPlace) }
        if let first = group.first, let length = values[first]?.count, length != count {
          throw .migratedZipUnequal(
            first, length, key, count, at: places[key] ?? places[first] ?? zipPlace)
        }
      }
    }
  }
}

extension Diagnostic {
  static func zippedValueUnknown(
    _ key: String, _ value: String, _ others: [String], at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(value)' is no row of the group that '\(key)' is zipped in",
      remedy: "give values of \(others.joined(separator: ", ")) in the same file, too")
  }
}
