extension V1 {
  /// The checksum of a used variant and the versions that build strings begin with.
  enum VariantHash {
    /// Seven hexadecimal digits.
    static func digits(of variant: Combination) -> String {
      String(SHA1.hexadecimal(json(variant)).prefix(7))
    }

    /// As Python's `json.dumps` with sorted keys, but with letters beyond ASCII as they are.
    static func json(_ variant: Combination) -> [UInt8] {
      var bytes: [UInt8] = [UInt8(ascii: "{")]
      bytes.reserveCapacity(variant.entries.count * 32)
      for (index, entry) in variant.entries.enumerated() {
        if index > 0 { bytes += [UInt8(ascii: ","), UInt8(ascii: " ")] }
        JSON.quote(entry.key.normalized, to: &bytes)
        bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
        append(entry.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
      return bytes
    }

    private static func append(_ value: Value, to bytes: inout [UInt8]) {
      switch value {
      case .string(let text): JSON.quote(text, to: &bytes)
      case .list(let items), .iterable(let items):
        bytes.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
          if index > 0 { bytes += [UInt8(ascii: ","), UInt8(ascii: " ")] }
          append(item, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
      default: bytes += Array(Tree(value).json.utf8)
      }
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
      if versions.isEmpty { return "" }
      return ["np", "py", "pl", "lua", "r"].map { word in versions[word].map { word + $0 } ?? "" }
        .joined()
    }

    private static let words = [
      "numpy": "np", "python": "py", "perl": "pl", "lua": "lua", "r": "r", "r_base": "r",
    ]
  }
}
