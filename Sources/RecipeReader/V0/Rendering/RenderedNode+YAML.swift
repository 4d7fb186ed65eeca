import YAML

extension RenderedNode {
  /// Numbers stay text; truth values and null are what PyYAML takes for them.
  init(_ node: YAMLNode, _ places: inout V0Places) {
    let place = places.mark(node.alias ?? node.span.start)
    switch node.content {
    case .scalar(let scalar):
      switch scalar.resolved(by: .pyyaml) {
      case .null: self.init(.null, at: place)
      case .bool(let flag): self.init(.bool(flag), at: place)
      default: self.init(.text(scalar.text), at: place)
      }
    case .sequence(let sequence):
      self.init(.list(sequence.items.map { RenderedNode($0, &places) }), at: place)
    case .mapping(let mapping):
      var map = RenderedMap()
      for pair in mapping.pairs {
        map.append(
          RenderedMap.Entry(
            key: pair.name, place: places.mark(pair.keySpan.start),
            value: RenderedNode(pair.value, &places)))
      }
      self.init(.map(map), at: place)
    }
  }
}
