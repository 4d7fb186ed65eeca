extension V1 {
  /// One value for each of some variant keys, in the order of the keys.
  package struct Combination: Sendable {
    package private(set) var entries: [(key: VariantKey, value: Value)] = []

    package init() {}

    /// Of entries that are in order already.
    init(sorted entries: [(key: VariantKey, value: Value)]) { self.entries = entries }

    private func index(of key: VariantKey) -> Int? {
      entries.firstIndex { $0.key == key }
    }

    package subscript(key: VariantKey) -> Value? {
      get { index(of: key).map { entries[$0].value } }
      set {
        switch (index(of: key), newValue) {
        case (let index?, let value?): entries[index].value = value
        case (let index?, nil): entries.remove(at: index)
        case (nil, let value?):
          let place = entries.firstIndex { key < $0.key } ?? entries.count
          entries.insert((key, value), at: place)
        case (nil, nil): break
        }
      }
    }

    /// Whether it says the same of the same keys.
    package func isSame(as other: Self) -> Bool {
      entries.count == other.entries.count
        && zip(entries, other.entries).allSatisfy { a, b in
          a.key == b.key && a.value.kind == b.value.kind && a.value.equals(b.value)
        }
    }

    package subscript(name: String) -> Value? { self[VariantKey(name)] }

    /// By normalised name, as expressions look values up.
    var scope: [String: Value] {
      Dictionary(entries.map { ($0.key.normalized, $0.value) }) { _, last in last }
    }

    /// What combinations are sorted by, which is how the engine prints them for debugging.
    var sortKey: [UInt8] {
      var text = "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { text += ", " }
        text += "NormalizedKey(\"" + entry.key.spelling + "\"): "
        text += entry.value.text.map { "\"\($0)\"" } ?? entry.value.literal
      }
      return Array((text + "}").utf8)
    }

    package var tree: Tree {
      var fields = Fields()
      for entry in entries { fields.add(entry.key.spelling, Tree(entry.value)) }
      return .fields(fields)
    }
  }
}

extension V1.Combination {
  /// What makes two combinations the same, whatever the type of their values.
  var dedupKey: [UInt8] {
    Array(
      entries.map { "\($0.key.normalized)=\($0.value.description)" }.joined(separator: "\u{0}").utf8
    )
  }
}
