/// How a snippet that draws comes to its random words.
struct CxxDraws: Hashable, Sendable {
  enum Words: Hashable, Sendable {
    /// Its element's first four, which have been made for a whole block, are always enough.
    case first
    /// Those, and more one by one.
    case eager
    /// None are made before it asks, which it seldom does.
    case rare
    /// One by one.
    case plain

    var areMadeForBlock: Bool { self == .first || self == .eager }
  }

  let group: Int
  let words: Words
  /// Whether four words are enough whichever way it goes.
  let fitsFirst: Bool

  /// Nil for a snippet that doesn't draw.
  init?(_ use: SnippetUse, _ context: SnippetContext, _ scalar: NumericType) {
    guard use.draws else { return nil }
    group = context.group
    fitsFirst = use.mostWords(scalar).map { $0 <= 4 } ?? false
    if use.alwaysDraws {
      words = fitsFirst && !use.drawsUnderCondition ? .first : .eager
    } else {
      words = use.hasLoop ? .plain : .rare
    }
  }
}
