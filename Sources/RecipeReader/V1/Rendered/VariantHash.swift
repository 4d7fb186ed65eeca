extension V1 {
  /// The checksum of a used variant and the versions that build strings begin with.
  enum VariantHash {
    /// Seven hexadecimal digits.
    static func digits(of variant: Combination) -> String {
      String(SHA1.hexadecimal(Array(json(variant).utf8)).prefix(7))
    }

    /// As Python's `json.dumps` with sorted keys, but with letters beyond ASCII as they are.
    static func json(_ variant: Combination) -> String {
      let fields = variant.entries.map { entry in
        JSON.quoted(entry.key.normalized) + ": " + json(entry.value)
      }
      return "{" + fields.joined(separator: ", ") + "}"
    }

    private static func json(_ value: Value) -> String {
      if let items = value.items { return "[" + items.map(json).joined(separator: ", ") + "]" }
      return Tree(value).json
    }

    /// `np126py312`: short versions of what packages are commonly built against.
    static func prefix(of variant: Combination, noarch: Noarch?) -> String {
      if noarch == .python { return "py" }
      var versions: [String: String] = [:]
      for entry in variant.entries {
        guard let word = words[entry.key.normalized] else { continue }
        versions[word] = BuildStringParts.joined(
          entry.value.description, parts: word == "pl" ? 3 : 2)
      }
      return ["np", "py", "pl", "lua", "r"].map { word in versions[word].map { word + $0 } ?? "" }
        .joined()
    }

    private static let words = [
      "numpy": "np", "python": "py", "perl": "pl", "lua": "lua", "r": "r", "r_base": "r",
    ]
  }
}
