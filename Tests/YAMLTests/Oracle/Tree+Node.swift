import YAML

extension Tree {
  init(_ node: YAMLNode, _ schema: YAMLSchema) {
    switch node.content {
    case .scalar(let scalar): self.init(scalar, schema)
    case .sequence(let sequence): self = .list(sequence.items.map { Tree($0, schema) })
    case .mapping(let mapping):
      // Keys that are written differently may mean the same (`1` and `0x1`).
      var pairs: [Pair] = []
      for pair in mapping.pairs {
        let pair = Pair(key: Tree(pair.key, schema), value: Tree(pair.value, schema))
        if let first = pairs.firstIndex(where: { $0.key.isSameKey(as: pair.key) }) {
          pairs[first].value = pair.value
        } else {
          pairs.append(pair)
        }
      }
      self = .map(pairs)
    }
  }

  private init(_ scalar: YAMLScalar, _ schema: YAMLSchema) {
    self.init(scalar.resolved(by: schema))
  }

  /// To Python 1, 1.0 and True are one key.
  private func isSameKey(as other: Tree) -> Bool {
    if self == other { return true }
    guard let a = number, let b = other.number else { return false }
    return a == b
  }

  private var number: Double? {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let digits): Double(digits)
    case .float(let bits): UInt64(bits, radix: 16).map(Double.init(bitPattern:))
    default: nil
    }
  }
}
