/// Where a `#` is text and no comment.
struct ScalarSpan {
  let start: YAMLMark
  let end: YAMLMark
  /// A literal or folded block: its text begins on the next line.
  let isBlock: Bool
}

extension ScalarSpan {
  /// Nothing for a scalar that is not there at all (`key:`).
  init?(_ scalar: YAMLScalar, _ span: YAMLSpan) {
    if span.start == span.end { return nil }
    start = span.start
    end = span.end
    isBlock = scalar.style == .literal || scalar.style == .folded
  }
}
