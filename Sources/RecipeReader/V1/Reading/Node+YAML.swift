import YAML

extension V1.Node {
  /// The engine's view of a YAML node: only quotes tell text from numbers.
  init(_ node: YAMLNode) {
    let place = V1.Place(node.span.start)
    switch node.content {
    case .scalar(let scalar): self = .scalar(Scalar(scalar, at: node.span))
    case .sequence(let sequence): self = .sequence(sequence.items.map { Self($0) }, place)
    case .mapping(let mapping):
      self = .mapping(
        Mapping(
          entries: mapping.pairs.map { (Scalar($0.key, at: $0.keySpan), Self($0.value)) },
          place: place))
    }
  }
}

extension V1.Node.Scalar {
  init(_ scalar: YAMLScalar, at span: YAMLSpan) {
    isPlain = scalar.style == .plain
    text = scalar.text
    place = V1.Place(span.start)
    switch scalar.style {
    case .single, .double:
      textPlace = V1.Place(line: span.start.line, column: span.start.column + 1)
    case .literal, .folded: textPlace = place
    case .plain: textPlace = place
    }
  }
}

extension V1.Place {
  init(_ mark: YAMLMark) { self.init(line: mark.line, column: mark.column) }
}
