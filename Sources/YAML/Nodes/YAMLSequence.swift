package struct YAMLSequence: Sendable {
  package var items: [YAMLNode]
  /// Written as `[a, b]`.
  package var isFlow: Bool
  package var tag: String?

  package init(_ items: [YAMLNode], isFlow: Bool = false, tag: String? = nil) {
    self.items = items
    self.isFlow = isFlow
    self.tag = tag
  }
}
