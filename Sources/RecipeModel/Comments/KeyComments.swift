/// The comments of a recipe's keys, by their path in `recipe.yaml`'s names. Those of values in lists are
/// with the values.
///
/// As places, they are no part of equality.
package struct KeyComments: Hashable, Sendable {
  package struct Entry: Sendable {
    package var path: [String]
    package var comment: Comment
  }

  /// In the order of the file.
  package private(set) var entries: [Entry] = []
  /// What stands above everything.
  package var header: [String] = []

  package init() {}

  package mutating func add(_ comment: Comment, at path: [String]) {
    entries.append(Entry(path: path, comment: comment))
  }

  /// Takes the comments of a key, and of all below it, out.
  package mutating func take(_ path: [String]) -> [Comment] {
    let isBelow = { (entry: Entry) in entry.path.starts(with: path) }
    let taken = entries.filter(isBelow).map(\.comment)
    entries.removeAll(where: isBelow)
    return taken
  }

  package static func == (a: Self, b: Self) -> Bool { true }
  package func hash(into hasher: inout Hasher) {}
}
