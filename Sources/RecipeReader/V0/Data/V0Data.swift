import YAML

/// Loaded YAML or JSON as values for templates.
enum V0Data {
  static func value(of node: YAMLNode) -> PythonValue {
    switch node.content {
    case .scalar(let scalar): return value(of: scalar.resolved(by: .pyyaml))
    case .sequence(let sequence): return .list(of: sequence.items.map(value))
    case .mapping(let mapping):
      let dict = PythonDict()
      for pair in mapping.pairs { dict.set(value(of: pair.value), for: pair.name) }
      return .dict(dict)
    }
  }

  private static func value(of value: YAMLValue) -> PythonValue {
    switch value {
    case .null: .none
    case .bool(let flag): .bool(flag)
    case .int(let number): .int(number)
    case .float(let number): .float(number)
    case .string(let text), .timestamp(let text), .bigInt(let text): .string(text)
    }
  }
}
