/// A comment inside a value that stays as it is.
package struct ValueComment: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  /// From the value to what the comment belongs to.
  package var path: [Step]
  package var comment: Comment

  package init(_ comment: Comment, at path: [Step]) {
    self.comment = comment
    self.path = path
  }
}
