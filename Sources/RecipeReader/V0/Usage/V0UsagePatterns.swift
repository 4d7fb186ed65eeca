/// Which of conda-build's patterns find used variables in text: its releases changed them.
package enum V0UsagePatterns: Int, Comparable, Sendable {
  /// Quotes hide names in `{{ … }}`, and neither `{% for %}` nor `{% set %}` uses any.
  case before24_9
  /// In `{% for %}` and `{% set %}` names may be parts of words: `replace(` uses `ace`.
  case since24_9
  /// There names end where words do. Quotes hide nothing, but `{{name}}` without a space does.
  case since24_11
  /// In `{% set %}` names begin where words do.
  case since25_11
  /// `{{name}}` counts.
  case since26_7

  package static let newest = since26_7

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
