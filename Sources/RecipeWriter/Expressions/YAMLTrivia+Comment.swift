import RecipeModel
import YAML

extension YAMLTrivia {
  init(_ comment: Comment?) {
    self.init(
      above: comment?.above.map { .comment($0) } ?? [], comment: comment?.beside,
      below: comment?.below.map { .comment($0) } ?? [])
  }

  /// With a comment around what is there. In a `meta.yaml` brackets behind a line are a selector, and
  /// braces are Jinja wherever they stand.
  func commented(_ comment: Comment?, inV0: Bool = false) -> YAMLTrivia {
    guard let comment else { return self }
    var trivia = self
    let shown = inV0 ? Self.withoutJinja : { $0 }
    trivia.above = comment.above.map { .comment(shown($0)) } + above
    trivia.below += comment.below.map { .comment(shown($0)) }
    guard let beside = comment.beside.map(shown) else { return trivia }
    if inV0, beside.contains(where: { "[]()".contains($0) }) {
      trivia.above.insert(.comment(beside), at: comment.above.count)
    } else {
      trivia.comment = self.comment.map { "\($0) \(beside)" } ?? beside
    }
    return trivia
  }

  private static func withoutJinja(_ text: String) -> String {
    text.replacing("{{", with: "{ {").replacing("{%", with: "{ %").replacing("{#", with: "{ #")
  }
}

extension [YAMLBlock.Entry] {
  /// With the comments of their keys. Those of keys that are not there come to the section above them.
  func commented(
    _ comments: KeyComments, inV0: Bool = false, named name: ([String]) -> [String] = { $0 }
  ) -> Self {
    var entries = self
    for entry in comments.entries {
      entries.add(entry.comment, at: name(entry.path)[...], inV0)
    }
    return entries
  }

  private mutating func add(_ comment: Comment, at path: ArraySlice<String>, _ inV0: Bool) {
    guard let index = firstIndex(where: { $0.key.text == path.first }) else { return }
    if path.count > 1, case .mapping(var inner) = self[index].value,
      inner.contains(where: { $0.key.text == path[path.startIndex + 1] })
    {
      inner.add(comment, at: path.dropFirst(), inV0)
      self[index].value = .mapping(inner)
      return
    }
    let own = path.count == 1 ? comment : Comment(above: comment.lines)
    self[index].trivia = self[index].trivia.commented(own, inV0: inV0)
  }
}

extension YAMLBlock {
  /// Texts with their comments.
  static func located(_ texts: [Located<String>], inV0: Bool = false) -> YAMLBlock {
    .sequence(
      texts.map { text in
        .init(.string(text.value), trivia: YAMLTrivia().commented(text.comment, inV0: inV0))
      })
  }
}

extension YAMLBlock.Entry {
  /// Comments where they stood in a value that stays as it was; above all of it where that has changed.
  func commented(_ comments: [ValueComment], inV0: Bool = false) -> Self {
    var entry = self
    for comment in comments
    where !entry.value.add(comment.comment, at: comment.path[...], inV0) {
      entry.trivia = entry.trivia.commented(Comment(above: comment.comment.lines), inV0: inV0)
    }
    return entry
  }
}

extension YAMLBlock {
  /// False: there is nothing at the path.
  fileprivate mutating func add(
    _ comment: Comment, at path: ArraySlice<ValueComment.Step>, _ inV0: Bool
  ) -> Bool {
    switch (self, path.first) {
    case (.sequence(var items), .index(let index)) where index < items.count:
      if !items[index].value.add(comment, at: path.dropFirst(), inV0) {
        items[index].trivia = items[index].trivia.commented(comment, inV0: inV0)
      }
      self = .sequence(items)
      return true
    case (.mapping(var entries), let step?):
      // What is chosen stands one level deeper.
      let choice = entries.firstIndex { $0.key.text == "then" }
      let named = entries.firstIndex { step == .key($0.key.text) }
      guard let index = named ?? choice else { return false }
      let rest = named == nil ? path : path.dropFirst()
      if !entries[index].value.add(comment, at: rest, inV0) {
        entries[index].trivia = entries[index].trivia.commented(comment, inV0: inV0)
      }
      self = .mapping(entries)
      return true
    default: return false
    }
  }
}
