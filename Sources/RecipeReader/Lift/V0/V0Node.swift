import RecipeModel
import YAML

/// A `meta.yaml` as a tree, with the selectors of its lines and its Jinja as `${{ … }}`.
indirect enum V0Node {
  case text(String)
  case list([Item])
  case map([Pair])

  struct Item {
    var value: V0Node
    var selector: V0LineSelector?
    var line: Int
  }

  struct Pair {
    var key: String
    var value: V0Node
    var selector: V0LineSelector?
    var line: Int
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var pairs: [Pair]? { if case .map(let pairs) = self { pairs } else { nil } }
  var items: [Item]? { if case .list(let items) = self { items } else { nil } }
}

/// What stands in brackets behind a line.
struct V0LineSelector: Hashable {
  var text: String
  var condition: Condition
}

extension RecipeValue {
  /// The value with its selectors as `if` and `then`.
  init(_ node: V0Node) {
    switch node {
    // Nothing behind a key is nothing, not an empty text.
    case .text(let text): self = text.isEmpty ? .plain("") : .string(text)
    case .list(let items): self = .list(items.map { RecipeValue($0.value, $0.selector) })
    case .map(let pairs):
      self = .map(pairs.map { Entry($0.key, RecipeValue($0.value, $0.selector)) })
    }
  }

  init(_ node: V0Node, _ selector: V0LineSelector?) {
    let value = RecipeValue(node)
    guard let selector else {
      self = value
      return
    }
    self = .map([Entry("if", .string(selector.text)), Entry("then", value)])
  }
}
