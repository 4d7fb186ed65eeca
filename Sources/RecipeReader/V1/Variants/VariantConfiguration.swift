extension V1 {
  /// What may vary: values for each variant key, and keys whose values go together.
  package struct VariantConfiguration: Sendable {
    package private(set) var values: [VariantKey: [Value]] = [:]
    /// Groups of keys that take their values side by side; nil when no file says anything about it.
    package var zipKeys: [[VariantKey]]?

    package init() {}

    package subscript(key: VariantKey) -> [Value]? {
      get { values[key] }
      set { values[key] = newValue }
    }

    package subscript(name: String) -> [Value]? { values[VariantKey(name)] }

    /// A later file replaces whole keys, and the groups altogether.
    package mutating func merge(_ later: VariantConfiguration) {
      values.merge(later.values) { _, last in last }
      if let groups = later.zipKeys { zipKeys = groups }
    }

    /// The names that are a key here.
    func keys(among names: some Sequence<String>) -> Set<VariantKey> {
      var keys: Set<VariantKey> = []
      for name in names {
        if let index = values.index(forKey: VariantKey(name)) { keys.insert(values.keys[index]) }
      }
      return keys
    }
  }
}
