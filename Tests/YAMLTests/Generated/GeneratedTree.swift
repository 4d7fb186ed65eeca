import YAML

extension SeededGenerator {
  /// A tree of texts, whole numbers, truth values and nulls; keys are texts and differ.
  mutating func tree(depth: Int, typed: Bool = true) -> YAMLBlock {
    guard depth > 0, !chance(35) else { return scalar(typed: typed) }
    let count = Int.random(in: 0...4, using: &self)
    if chance(50) {
      return .sequence((0..<count).map { _ in .init(tree(depth: depth - 1, typed: typed)) })
    }
    var keys = Set<[UInt8]>()
    var entries: [YAMLBlock.Entry] = []
    for _ in 0..<count {
      let key = chance(70) ? "key\(Int.random(in: 0...99, using: &self))" : text()
      guard keys.insert(Array(key.utf8)).inserted else { continue }
      entries.append(.init(YAMLText(key), tree(depth: depth - 1, typed: typed)))
    }
    return .mapping(entries)
  }

  private mutating func scalar(typed: Bool) -> YAMLBlock {
    guard typed, chance(25) else { return .string(text()) }
    switch Int.random(in: 0..<3, using: &self) {
    case 0: return .int(Int.random(in: -100_000...100_000, using: &self))
    case 1: return .bool(chance(50))
    default: return .null
    }
  }

  /// The same tree with comments, other lines and styles at random places.
  mutating func decorated(_ block: YAMLBlock) -> YAMLBlock {
    switch block {
    case .scalar(var text):
      if text.style == .automatic {
        text.style = pick([.automatic, .automatic, .double, .single, .literal], else: .automatic)
      }
      return .scalar(text)
    case .sequence(let items):
      return .sequence(items.map { .init(decorated($0.value), trivia: trivia()) })
    case .mapping(let entries):
      return .mapping(entries.map { .init($0.key, decorated($0.value), trivia: trivia()) })
    }
  }

  private mutating func trivia() -> YAMLTrivia {
    var trivia = YAMLTrivia()
    if chance(20) { trivia.comment = chance(50) ? "[win]" : text() }
    if chance(15) { trivia.above = [chance(30) ? .blank : .comment(text())] }
    if chance(10) { trivia.below = [chance(30) ? .blank : .comment(text())] }
    return trivia
  }
}
