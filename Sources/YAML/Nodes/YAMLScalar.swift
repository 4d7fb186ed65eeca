/// Text and how it was written.
package struct YAMLScalar: Hashable, Sendable {
  package enum Style: Sendable { case plain, single, double, literal, folded }

  package var text: String
  package var style: Style
  /// In full: `!!int` is `tag:yaml.org,2002:int`.
  package var tag: String?

  package init(_ text: String, style: Style = .plain, tag: String? = nil) {
    self.text = text
    self.style = style
    self.tag = tag
  }
}

extension YAMLScalar {
  /// What the scalar means to a reader with this schema.
  ///
  /// A standard tag is followed where the text fits it; other tags leave the text a string.
  package func resolved(by schema: YAMLSchema) -> YAMLValue {
    if schema == .base { return .string(text) }
    if let tag { return resolved(byTag: tag) ?? .string(text) }
    if style == .plain { return schema.value(ofPlain: text) }
    // rattler-build looks at the text alone before it passes null on.
    if schema == .core12Extra, case .null = schema.value(ofPlain: text), !isWordForNotFinite {
      return .null
    }
    return .string(text)
  }

  private var isWordForNotFinite: Bool { !(text.isEmpty || text == "~" || text == "null") }

  private func resolved(byTag tag: String) -> YAMLValue? {
    switch tag {
    case "tag:yaml.org,2002:null": return .null
    case "tag:yaml.org,2002:bool": return PyYAMLResolver.bool(text).map { .bool($0) }
    case "tag:yaml.org,2002:int":
      if case .int? = PyYAMLResolver.number(text) { return PyYAMLResolver.number(text) }
      if case .bigInt? = PyYAMLResolver.number(text) { return PyYAMLResolver.number(text) }
      return nil
    case "tag:yaml.org,2002:float":
      switch PyYAMLResolver.number(text) {
      case .float(let value): return .float(value)
      case .int: return Double(text).map { .float($0) }
      default: return nil
      }
    case "tag:yaml.org,2002:timestamp":
      return PyYAMLResolver.isTimestamp(text) ? .timestamp(text) : nil
    default: return nil
    }
  }
}
