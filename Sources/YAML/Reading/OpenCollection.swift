/// A sequence or mapping whose end has not been read yet.
struct OpenCollection {
  struct Key {
    var scalar: YAMLScalar
    var span: YAMLSpan
  }

  let isMapping: Bool
  /// A sequence's items.
  private(set) var items: [YAMLNode] = []
  /// A mapping's pairs, and the key whose value comes next.
  private(set) var pairs: [YAMLMapping.Pair] = []
  private(set) var key: Key?
  /// One of the keys may be the merge key.
  private(set) var hasMerge = false

  let start: YAMLMark
  let isFlow: Bool
  let tag: String?
  let anchor: String?
  /// How many nodes there were in front of this one.
  let nodesBefore: Int

  init(_ event: LibYAMLParser, isMapping: Bool, nodesBefore: Int) {
    self.isMapping = isMapping
    isFlow = event.isFlow
    self.nodesBefore = nodesBefore
    start = event.span.start
    tag = event.tag
    anchor = event.anchor
  }

  var awaitsKey: Bool { isMapping && key == nil }

  mutating func add(_ node: consuming YAMLNode) {
    if let key {
      if pairs.isEmpty { pairs.reserveCapacity(4) }
      pairs.append(YAMLMapping.Pair(key.scalar, at: key.span, node))
      self.key = nil
    } else {
      if items.isEmpty { items.reserveCapacity(4) }
      items.append(node)
    }
  }

  mutating func add(key scalar: YAMLScalar, at span: YAMLSpan) {
    if scalar.text == "<<" { hasMerge = true }
    key = Key(scalar: scalar, span: span)
  }
}
