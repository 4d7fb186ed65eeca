import RecipeModel
import YAML

extension RecipeValue {
  /// A value under a selector, or where it stands in `{% … %}` in a block of Jinja: a mapping of `if` and
  /// `then`, and nothing else.
  var selected: (condition: String, isJinja: Bool, value: RecipeValue)? {
    guard case .map(let entries) = self, entries.count == 2, entries[0].key == "if",
      entries[1].key == "then", case .string(let condition) = entries[0].value
    else { return nil }
    let isJinja = condition.hasPrefix("{% ") && condition.hasSuffix(" %}")
    return (
      isJinja ? String(condition.dropFirst(3).dropLast(3)) : condition, isJinja, entries[1].value
    )
  }

  fileprivate var hasLines: Bool {
    switch self {
    case .string(let text): text.contains("\n")
    case .plain: false
    case .list(let items): !items.isEmpty
    case .map(let entries): !entries.isEmpty
    }
  }
}

extension YAMLBlock {
  /// A value that stays as it was, its selectors behind its lines.
  init(v0 value: RecipeValue) {
    switch value {
    case .string(let text): self = .string(text)
    case .plain(let text): self = .verbatim(text)
    case .list(let items):
      self = .sequence(
        items.map { item in
          guard let (condition, isJinja, value) = item.selected else {
            return Item(YAMLBlock(v0: item))
          }
          return Item(
            YAMLBlock(v0: value),
            trivia: V0Selector.trivia(condition, isJinja: isJinja || value.hasLines))
        })
    case .map(let entries): self = .mapping(entries.map { Entry(v0: $0.key, $0.value) })
    }
  }
}

extension YAMLBlock.Entry {
  fileprivate init(v0 key: String, _ value: RecipeValue) {
    guard let (condition, isJinja, value) = value.selected else {
      self.init(YAMLText(key), YAMLBlock(v0: value))
      return
    }
    self.init(
      YAMLText(key), YAMLBlock(v0: value),
      trivia: V0Selector.trivia(condition, isJinja: isJinja || value.hasLines))
  }
}

extension [YAMLBlock.Entry] {
  /// Puts values in the places that their paths say, in the stead of what is there. A key may come
  /// several times, once for each selector.
  mutating func putV0(_ kept: [KeptValue]) {
    var seen: Set<[String]> = []
    for kept in kept {
      guard let path = kept.path(in: .v0), let key = path.last else { continue }
      let isFirst = seen.insert(path).inserted
      put(
        YAMLBlock.Entry(v0: key, kept.value).commented(kept.comments, inV0: true),
        below: path.dropLast()[...], replacing: isFirst)
    }
  }

  private mutating func put(
    _ entry: YAMLBlock.Entry, below path: ArraySlice<String>, replacing: Bool
  ) {
    guard let key = path.first else {
      if replacing { removeAll { $0.key.text == entry.key.text } }
      append(entry)
      return
    }
    let index = firstIndex { $0.key.text == key }
    var inner: [YAMLBlock.Entry] = []
    if let index, case .mapping(let entries) = self[index].value { inner = entries }
    inner.put(entry, below: path.dropFirst(), replacing: replacing)
    if let index {
      self[index].value = .mapping(inner)
    } else {
      append(.init(YAMLText(key), .mapping(inner)))
    }
  }
}
