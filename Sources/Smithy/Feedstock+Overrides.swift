import Diagnostics
import RecipeReader

extension Feedstock {
  /// The overrides as conda-build takes those of its command line: a variant file behind all others.
  func overridingFile() throws(Diagnostic) -> SelectableYAML? {
    guard !overrides.isEmpty else { return nil }
    let lines = overrides.map { key, values in
      "\(key): \(values.count == 1 ? Self.quoted(values[0]) : "")\n"
        + (values.count == 1 ? "" : values.map { "  - \(Self.quoted($0))\n" }.joined())
    }
    return try SelectableYAML(Array(lines.joined().utf8), file: "--set")
  }

  private static func quoted(_ value: String) -> String {
    let parts = value.split(separator: "'", omittingEmptySubsequences: false)
    return "'\(parts.joined(separator: "''"))'"
  }
}
