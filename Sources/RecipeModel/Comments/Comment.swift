/// What people wrote about a value, for people: lines above it, behind it and below it.
package struct Comment: Hashable, Sendable {
  package var above: [String]
  package var beside: String?
  /// At the end of a list or section.
  package var below: [String]

  package init(above: [String] = [], beside: String? = nil, below: [String] = []) {
    self.above = above
    self.beside = beside
    self.below = below
  }

  /// All of it, line by line.
  package var lines: [String] { above + (beside.map { [$0] } ?? []) + below }
}
