extension V1 {
  /// What may vary: values for each variant key, and keys whose values go together.
  package struct VariantConfiguration: Sendable {
    package private(set) var values: [VariantKey: [Value]] = [:]
    /// What holds for keys that no file has. Apart, so that setting it copies nothing.
    private var fallbacks: [VariantKey: [Value]] = [:]
    /// Groups of keys that take their values side by side; nil when no file says anything about it.
    package var zipKeys: [[VariantKey]]?

    /// Where the values of each key stand, as far as a file has them.
    package private(set) var places: [VariantKey: [Place]] = [:]
    /// Where `zip_keys` stands.
    package var zipPlace: Place?

    package init() {}

    package mutating func set(_ key: VariantKey, _ values: [Value], at places: [Place]) {
      self.values[key] = values
      self.places[key] = places
    }

    package subscript(key: VariantKey) -> [Value]? {
      get { values[key] ?? fallbacks[key] }
      set { values[key] = newValue }
    }

    package subscript(name: String) -> [Value]? { values[VariantKey(name)] }

    /// A later file replaces whole keys, and the groups altogether.
    package mutating func merge(_ later: VariantConfiguration) {
      values.merge(later.values) { _, last in last }
      places.merge(later.places) { _, last in last }
      if let groups = later.zipKeys { (zipKeys, zipPlace) = (groups, later.zipPlace) }
    }

    mutating func setFallback(_ values: [Value], for name: String) {
      fallbacks[VariantKey(name)] = values
    }

    /// Adds the names that are a key here, in the spelling that they have here.
    func addKeys(among names: some Sequence<String>, to keys: inout Set<VariantKey>) {
      for name in names {
        let key = VariantKey(name)
        if let index = values.index(forKey: key) {
          keys.insert(values.keys[index])
        } else if fallbacks[key] != nil {
          keys.insert(key)
        }
      }
    }
  }
}
