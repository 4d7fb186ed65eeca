import RecipeModel
import YAML

extension RecipeValue {
  /// A node as it stands, numbers and truth values apart from texts.
  init(_ node: YAMLNode, schema: YAMLSchema) {
    switch node.content {
    case .scalar(let scalar): self = RecipeValue(scalar, schema: schema)
    case .sequence(let sequence):
      self = .list(sequence.items.map { RecipeValue($0, schema: schema) })
    case .mapping(let mapping):
      self = .map(mapping.pairs.map { Entry($0.name, RecipeValue($0.value, schema: schema)) })
    }
  }

  init(_ scalar: YAMLScalar, schema: YAMLSchema) {
    guard scalar.style == .plain, scalar.tag == nil else {
      self = .string(scalar.text)
      return
    }
    if case .string = schema.value(ofPlain: scalar.text) {
      self = .string(scalar.text)
    } else {
      self = .plain(scalar.text)
    }
  }
}
