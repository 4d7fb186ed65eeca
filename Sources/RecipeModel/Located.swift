package import Diagnostics

/// A value, where a person wrote it and what stands beside it. Two are equal when their values are: places
/// are for findings only, and comments for people.
package struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  package var location: SourceLocation?
  package var comment: Comment?

  package init(_ value: Value, at location: SourceLocation? = nil, comment: Comment? = nil) {
    self.value = value
    self.location = location
    self.comment = comment
  }

  package static func == (a: Self, b: Self) -> Bool { a.value == b.value }
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }

  package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: location, comment: comment)
  }
}
