/// Some of the builds of a matrix, by their indices, as bits: rules compare many such sets.
struct BuildSet: Hashable, Sendable {
  let count: Int
  private var words: [UInt64]

  /// None, or all, of so many builds.
  init(count: Int, all: Bool = false) {
    self.count = count
    words = Array(repeating: all ? .max : 0, count: (count + 63) / 64)
    if all, count % 64 != 0, let last = words.indices.last {
      words[last] = (1 << UInt64(count % 64)) - 1
    }
  }

  init(count: Int, where holds: (Int) -> Bool) {
    self.init(count: count)
    for index in 0..<count where holds(index) { words[index / 64] |= 1 << UInt64(index % 64) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  var isAll: Bool { self == BuildSet(count: count, all: true) }

  /// The first build's index.
  var first: Int? {
    guard let word = words.firstIndex(where: { $0 != 0 }) else { return nil }
    return word * 64 + words[word].trailingZeroBitCount
  }

  var indices: [Int] { (0..<count).filter(contains) }

  func contains(_ index: Int) -> Bool {
    index >= 0 && index < count && words[index / 64] & (1 << UInt64(index % 64)) != 0
  }

  func intersects(_ other: BuildSet) -> Bool { zip(words, other.words).contains { $0 & $1 != 0 } }

  static func & (a: BuildSet, b: BuildSet) -> BuildSet { a.combined(b, &) }
  static func | (a: BuildSet, b: BuildSet) -> BuildSet { a.combined(b, |) }
  static func - (a: BuildSet, b: BuildSet) -> BuildSet { a.combined(b) { $0 & ~$1 } }

  private func combined(_ other: BuildSet, _ combine: (UInt64, UInt64) -> UInt64) -> BuildSet {
    var result = self
    for (index, word) in zip(words.indices, other.words) {
      result.words[index] = combine(words[index], word)
    }
    return result
  }
}
