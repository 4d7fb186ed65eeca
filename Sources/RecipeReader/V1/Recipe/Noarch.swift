extension V1 {
  /// A package for every platform.
  package enum Noarch: String, Sendable {
    case python, generic

    /// Words that say "no noarch package", as if the field were not there.
    private static let nothing: Set<String> = ["", "~", "null", "none", "None"]

    static func isKnown(_ text: String) -> Bool {
      Noarch(rawValue: text) != nil || nothing.contains(text)
    }
  }
}
