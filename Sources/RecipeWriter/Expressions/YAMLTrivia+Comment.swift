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
