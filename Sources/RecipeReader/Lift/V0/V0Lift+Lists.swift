import Diagnostics
import RecipeModel

extension V0Lift {
  /// A list, or one text in its place, with its selectors; nil where something is neither.
  func texts(_ node: V0Node) -> [Item<String>]? {
    switch node {
    case .text(let text), .plain(let text): return [Item(text)]
    case .map: return nil
    case .list(let items):
      var result: [Item<String>] = []
      for item in items {
        guard let text = item.value.text else { return nil }
        let value = Item(text, at: place(item.line), comment: item.comment)
        add([value], under: item.selector, line: item.line, to: &result)
      }
      return result
    }
  }

  /// Neighbours under one selector share a choice.
  func add<Value>(
    _ items: [Item<Value>], under selector: V0LineSelector?, line: Int,
    to result: inout [Item<Value>]
  ) {
    guard let selector else { return result += items }
    if case .when(let condition, let then, let otherwise) = result.last,
      condition.value == selector.condition
    {
      result[result.count - 1] = .when(condition, then: then + items, otherwise: otherwise)
    } else {
      result.append(
        .when(Located(selector.condition, at: place(line)), then: items, otherwise: []))
    }
  }

  /// All values of a key, each under the selector of its line.
  func merged(_ pairs: [V0Node.Pair]) -> [Item<String>]? {
    var result: [Item<String>] = []
    for pair in pairs {
      guard let items = texts(pair.value) else { return nil }
      add(items, under: pair.selector, line: pair.line, to: &result)
    }
    return result
  }

  /// Without selectors.
  func plain(_ node: V0Node) -> [Located<String>]? {
    switch node {
    case .text(let text), .plain(let text): return text.isEmpty ? nil : [Located(text)]
    case .map: return nil
    case .list(let items):
      var result: [Located<String>] = []
      for item in items {
        guard let text = item.value.text, item.selector == nil else { return nil }
        result.append(Located(text, at: place(item.line), comment: item.comment))
      }
      return result
    }
  }

  func specs(_ items: [Item<String>]) -> [Item<Requirement>] {
    items.map { item in
      switch item {
      case .value(let value):
        .value(value.map { V0LiftedText.requirement(isForV1 ? spec.completed($0) : $0) })
      case .when(let condition, let then, let otherwise):
        .when(condition, then: specs(then), otherwise: specs(otherwise))
      }
    }
  }
}
