/// What stands around an entry or item without being part of its value.
package struct YAMLTrivia: Hashable, Sendable {
  /// Lines in front, at the entry's own indentation.
  package var above: [YAMLLine]
  /// The comment at the end of the entry's first line, without `# `: `[win]` for a selector.
  package var comment: String?
  /// Lines behind, at the entry's own indentation (`{% endif %}`).
  package var below: [YAMLLine]

  package init(above: [YAMLLine] = [], comment: String? = nil, below: [YAMLLine] = []) {
    self.above = above
    self.comment = comment
    self.below = below
  }
}

/// A line that holds no data.
package enum YAMLLine: Hashable, Sendable {
  case blank
  /// The text after `# `; several lines become several comment lines.
  case comment(String)
  /// A line as it is, such as `{% set version = "1.0" %}`.
  case verbatim(String)
}
