/// Keys and values in written order; each key stands once.
package struct YAMLMapping: Sendable {
  package struct Pair: Sendable {
    package var key: YAMLScalar
    package var keySpan: YAMLSpan
    package var value: YAMLNode

    package init(_ key: YAMLScalar, at keySpan: YAMLSpan, _ value: YAMLNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }

    package var name: String { key.text }
  }

  package var pairs: [Pair]
  /// Written as `{a: b}`.
  package var isFlow: Bool
  package var tag: String?

  package init(_ pairs: [Pair], isFlow: Bool = false, tag: String? = nil) {
    self.pairs = pairs
    self.isFlow = isFlow
    self.tag = tag
  }

  package func pair(_ key: String) -> Pair? { pairs.first { $0.key.text == key } }
  package subscript(key: String) -> YAMLNode? { pair(key)?.value }
}
