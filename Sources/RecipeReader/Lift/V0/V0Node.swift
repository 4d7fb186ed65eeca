import RecipeModel
import YAML

/// A `meta.yaml` as a tree, with the selectors of its lines and its Jinja as `${{ … }}`.
indirect enum V0Node {
  case text(String)
  /// A number, a truth value or nothing, as YAML writes it.
  case plain(String)
  case list([Item])
  case map([Pair])

  struct Item {
    var value: V0Node
    var selector: V0LineSelector?
    var line: Int
    var comment: Comment?
  }

  struct Pair {
    var key: String
    var value: V0Node
    var selector: V0LineSelector?
    var line: Int
    var comment: Comment?
  }

  var text: String? {
    switch self {
    case .text(let text), .plain(let text): text
    case .list, .map: nil
    }
  }
  var pairs: [Pair]? { if case .map(let pairs) = self { pairs } else { nil } }
  var items: [Item]? { if case .list(let items) = self { items } else { nil } }
}

extension [V0Node.Pair] {
  /// The comments of the keys, and of those below them, under `recipe.yaml`'s names.
  func comments(below path: [String] = [], into comments: inout KeyComments) {
    for pair in self {
      let path = path + [pair.key]
      if let comment = pair.comment { comments.add(comment, at: RecipeKey.v1(path)) }
      if case .map(let pairs) = pair.value { pairs.comments(below: path, into: &comments) }
    }
  }
}

extension V0Node {
  /// The comments in lists; those of keys are with the recipe's.
  func comments(at path: [ValueComment.Step] = [], isInList: Bool = false) -> [ValueComment] {
    switch self {
    case .text, .plain: return []
    case .list(let items):
      return items.enumerated().flatMap { index, item in
        let path = path + [.index(index)]
        return ValueComment.list(item.comment, at: path)
          + item.value.withoutFirstComment.comments(at: path, isInList: true)
      }
    case .map(let pairs):
      return pairs.flatMap { pair in
        let path = path + [.key(pair.key)]
        return ValueComment.list(isInList ? pair.comment : nil, at: path)
          + pair.value.comments(at: path, isInList: isInList)
      }
    }
  }

  /// The first key of an item stands on the line of its dash, whose comment is the item's.
  private var withoutFirstComment: V0Node {
    guard case .map(var pairs) = self, !pairs.isEmpty else { return self }
    pairs[0].comment = nil
    return .map(pairs)
  }
}

extension ValueComment {
  fileprivate static func list(_ comment: Comment?, at path: [Step]) -> [ValueComment] {
    comment.map { [ValueComment($0, at: path)] } ?? []
  }
}

extension V0Node.Pair {
  /// A section for some builds is one whose keys are all for those.
  var pushedDown: V0Node.Pair {
    guard let selector, case .map(let pairs) = value else { return self }
    var pair = self
    pair.selector = nil
    pair.value = .map(
      pairs.map { inner in
        var inner = inner
        inner.selector = selector && inner.selector
        return inner
      })
    return pair
  }
}

extension RecipeValue {
  /// The value with its selectors as `if` and `then`.
  init(_ node: V0Node) {
    switch node {
    case .text(let text): self = .string(text)
    case .plain(let text): self = .plain(text)
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

extension V0Node.Item {
  /// The item's comment, with those inside of it above.
  var allComments: Comment? {
    let all = V0Node.list([self]).comments().map(\.comment)
    guard let first = all.first, all.count > 1 else { return all.first }
    return Comment(
      above: first.above + all.dropFirst().flatMap(\.lines), beside: first.beside,
      below: first.below)
  }
}
