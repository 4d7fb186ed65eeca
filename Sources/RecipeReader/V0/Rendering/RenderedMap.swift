package import YAML

/// Keys and values in the order of the recipe.
package struct RenderedMap: Sendable {
  package struct Entry: Sendable {
    package var key: String
    package var place: YAMLMark?
    package var value: RenderedNode
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  /// Setting nil removes the key; a new key goes to the end.
  package subscript(key: String) -> RenderedNode? {
    get { entries.first { $0.key == key }?.value }
    set {
      guard let index = entries.firstIndex(where: { $0.key == key }) else {
        if let newValue { entries.append(Entry(key: key, place: newValue.place, value: newValue)) }
        return
      }
      if let newValue {
        entries[index].value = newValue
      } else {
        entries.remove(at: index)
      }
    }
  }

  package var keys: [String] { entries.map(\.key) }

  mutating func append(_ entry: Entry) { entries.append(entry) }
}

extension RenderedMap: Hashable {
  /// The order of keys says nothing.
  package static func == (a: Self, b: Self) -> Bool {
    a.entries.count == b.entries.count && a.entries.allSatisfy { b[$0.key] == $0.value }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(entries.count) }
}
