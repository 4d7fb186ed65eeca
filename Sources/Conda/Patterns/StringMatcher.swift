/// What a field of a record has to look like: itself, a glob (`py3*`), or a regular expression
/// (`^py3.*$`).
package struct StringMatcher: Hashable, Sendable {
  /// As it was written.
  package let text: String
  private let form: Form
  private let ignoresCase: Bool

  private enum Form: Hashable {
    case exact
    case glob(Glob)
    case pattern(Pattern)
  }

  /// For names and builds; rattler doesn't mind the case of either, conda only that of names.
  init(_ text: String, dialect: Dialect, ignoresCase: Bool) throws(PatternError) {
    let text = ignoresCase && !dialect.isRattler ? text.lowercased() : text
    self.text = text
    self.ignoresCase = ignoresCase
    if text.utf8.first == UInt8(ascii: "^"), text.utf8.last == UInt8(ascii: "$") {
      form = .pattern(
        try Pattern(text, ignoresCase: ignoresCase, beginsAnywhere: dialect.isRattler))
    } else if text.utf8.contains(UInt8(ascii: "*")) {
      form = .glob(
        dialect.isRattler
          ? try Glob(rattler: text, ignoresCase: ignoresCase) : Glob(conda: text))
    } else {
      form = .exact
    }
  }

  /// The text if nothing else matches.
  package var exact: String? { form == .exact ? text : nil }

  package func matches(_ other: String) -> Bool {
    switch form {
    case .exact:
      ignoresCase
        ? text.utf8.elementsEqual(other.utf8) { $0.lowercased == $1.lowercased } : text == other
    case .glob(let glob): glob.matches(ignoresCase ? other.lowercased() : other)
    case .pattern(let pattern): pattern.matches(other)
    }
  }
}

extension StringMatcher: CustomStringConvertible {
  package var description: String { text }
}
