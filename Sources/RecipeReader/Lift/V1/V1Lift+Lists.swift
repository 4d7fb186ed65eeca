import RecipeModel
import YAML

extension V1Lift {
  /// A list, or one value in its place, with conditions anywhere; nil where a value is none.
  mutating func items<Value>(
    _ node: YAMLNode, _ value: (YAMLNode) -> Value?
  ) -> [Item<Value>]? {
    guard case .sequence(let sequence) = node.content else {
      // What stands beside it is the key's.
      return item(node, value).map { item in
        guard case .value(var value) = item else { return [item] }
        value.comment = nil
        return [.value(value)]
      }
    }
    var items: [Item<Value>] = []
    for node in sequence.items {
      guard let item = item(node, value) else { return nil }
      items.append(item)
    }
    return items
  }

  private mutating func item<Value>(
    _ node: YAMLNode, _ value: (YAMLNode) -> Value?
  ) -> Item<Value>? {
    guard let mapping = node.mapping, let condition = mapping["if"] else {
      return value(node).map {
        Item($0, at: node.location, comment: comments.take(node))
      }
    }
    guard mapping.pairs.allSatisfy({ ["if", "then", "else"].contains($0.name) }),
      let text = condition.scalar?.text, let then = mapping["then"].flatMap({ items($0, value) })
    else { return nil }
    var otherwise: [Item<Value>] = []
    if let node = mapping["else"] {
      guard let items = items(node, value) else { return nil }
      otherwise = items
    }
    return .when(
      Located(self.condition(text), at: condition.location, comment: comments.take(node)),
      then: then, otherwise: otherwise)
  }

  /// A list without conditions, or one value in its place.
  func strings(_ node: YAMLNode) -> [Located<String>]? {
    guard let sequence = node.sequence else {
      return string(node).map { [Located($0, at: node.location)] }
    }
    var texts: [Located<String>] = []
    for node in sequence.items {
      guard let text = string(node) else { return nil }
      texts.append(
        Located(text, at: node.location, comment: comments.take(node)))
    }
    return texts
  }

  mutating func texts(_ node: YAMLNode) -> [Item<String>]? {
    let lift = self
    return items(node) { lift.string($0) }
  }

  mutating func requirements(_ node: YAMLNode) -> [Item<Requirement>]? {
    guard node.sequence != nil else { return nil }
    let lift = self
    return items(node) { lift.string($0).map(lift.requirement) }
  }
}
