extension V1 {
  /// The pieces that build strings are made of.
  enum BuildStringParts {
    /// `3.12.* *_cpython` → `312`: the first two parts of a version in one word.
    static func shortened(_ version: String, parts: Int = 2) -> String {
      joined(version.words(splits: nil).first ?? version, parts: parts)
    }

    /// The first parts between the dots in one word, whatever else there is.
    static func joined(_ version: String, parts: Int) -> String {
      version.parts(separator: ".", splits: nil).prefix(parts).joined()
    }
  }
}
