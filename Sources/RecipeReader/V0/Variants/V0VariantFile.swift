package import Diagnostics

/// What one `conda_build_config.yaml` says on one platform.
///
/// All scalars are text: `3.10` stays `3.10`.
package struct V0VariantFile: Sendable {
  package enum Setting: Hashable, Sendable {
    case values([String])
    /// `pin_run_as_build` and its like, which never vary: fields by package.
    case mapping([String: [String: String]])
  }

  package struct Entry: Sendable {
    package var key: String
    package var setting: Setting
    package var place: SourceLocation
    /// Where each value stands; empty where nobody wrote them down.
    package var valuePlaces: [SourceLocation]

    package init(
      key: String, setting: Setting, place: SourceLocation, valuePlaces: [SourceLocation] = []
    ) {
      self.key = key
      self.setting = setting
      self.place = place
      self.valuePlaces = valuePlaces
    }

    package var values: [String] { if case .values(let values) = setting { values } else { [] } }
  }

  package var file: String
  /// In the order of the file; each key once.
  package private(set) var entries: [Entry] = []
  package private(set) var zipGroups: [[String]] = []
  /// Where each group stands.
  package private(set) var zipGroupPlaces: [SourceLocation] = []
  /// Where `zip_keys` stands.
  package private(set) var zipPlace: SourceLocation?
  /// Keys whose values from all files are put together.
  package private(set) var extendKeys: [String] = []
  /// Keys with lists that hold nothing, on any platform.
  package internal(set) var emptyKeys: [(key: String, place: SourceLocation)] = []

  package init(file: String) { self.file = file }

  private var indices: [String: Int] = [:]

  package subscript(key: String) -> Entry? { indices[key].map { entries[$0] } }

  package mutating func add(_ entry: Entry) {
    if indices[entry.key] == nil { indices[entry.key] = entries.count }
    entries.append(entry)
  }

  package mutating func zip(
    _ groups: [(keys: [String], place: SourceLocation)], at place: SourceLocation
  ) {
    zipGroups = groups.map(\.keys)
    zipGroupPlaces = groups.map(\.place)
    zipPlace = place
  }

  /// Adds a key with one value, as somebody gives it who has no file.
  package mutating func add(_ key: String, _ value: String) {
    add(
      Entry(
        key: key, setting: .values([value]), place: SourceLocation(file: file, line: 1)))
  }

  mutating func extend(_ keys: [String]) { extendKeys += keys }
}

extension V0VariantFile {
  /// What is wrong with the file by itself.
  func check() throws(Diagnostic) {
    for entry in entries where entry.key.contains("-") {
      throw .variantKeyWithDash(entry.key, at: entry.place)
    }
    var seen: Set<String> = []
    for group in zipGroups {
      for key in group {
        guard let entry = self[key] else {
          throw .zippedKeyWithoutValues(key, in: group, at: zipPlace)
        }
        guard seen.insert(key).inserted else {
          throw .keyInTwoGroups(key, at: zipPlace)
        }
        let first = group.first.flatMap { self[$0] } ?? entry
        if first.values.count != entry.values.count {
          throw .zippedLengthsDiffer(
            first.key, first.values.count, entry.key, entry.values.count, at: entry.place)
        }
      }
    }
  }
}
