/// Which plain scalars are more than text. Each case is one reader that recipes really meet.
package enum YAMLSchema: String, Sendable, CaseIterable {
  /// YAML 1.1 as PyYAML's `SafeLoader`: `3.10` is a number, `on` a truth value, `010` is eight.
  case pyyaml
  /// Everything is text, as PyYAML's `BaseLoader`: how conda-build reads variant files.
  case base
  /// YAML 1.2 as rattler-build reads recipes and variant files: `true`, `false` and whole numbers
  /// of 64 bits; everything else, `3.10` and `null` too, stays text.
  case core12
  /// rattler-build's reading of values it passes on as JSON (`extra:`): floats and null as well.
  case core12Extra
}

extension YAMLSchema {
  /// What a plain scalar with this text means.
  package func value(ofPlain text: String) -> YAMLValue {
    switch self {
    case .base: .string(text)
    case .pyyaml: PyYAMLResolver.value(of: text)
    case .core12: RattlerResolver.value(of: text)
    case .core12Extra: RattlerResolver.extraValue(of: text)
    }
  }
}
