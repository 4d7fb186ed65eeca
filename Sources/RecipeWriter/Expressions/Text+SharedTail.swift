import RecipeModel

extension Text {
  /// Takes what all texts end with out of them and returns it.
  func droppingSharedTail(of texts: inout [Text]) -> Text {
    var tail: [Part] = []
    while let last = texts.first?.parts.last {
      if texts.allSatisfy({ $0.parts.last == last }) {
        tail.insert(last, at: 0)
        for index in texts.indices { texts[index].parts.removeLast() }
        continue
      }
      let literals = texts.compactMap { text -> String? in
        if case .literal(let piece)? = text.parts.last { piece } else { nil }
      }
      guard literals.count == texts.count else { break }
      let shared = Text.sharedSuffix(of: literals)
      guard !shared.isEmpty else { break }
      tail.insert(.literal(shared), at: 0)
      for (index, literal) in zip(texts.indices, literals) {
        let rest = String(literal.dropLast(shared.count))
        texts[index].parts.removeLast()
        if !rest.isEmpty { texts[index].parts.append(.literal(rest)) }
      }
      break
    }
    return Text(tail)
  }

  private static func sharedSuffix(of texts: [String]) -> String {
    guard let first = texts.first else { return "" }
    var length = first.count
    for text in texts.dropFirst() {
      let common = zip(first.reversed(), text.reversed()).prefix { $0 == $1 }.count
      length = min(length, common)
    }
    return String(first.suffix(length))
  }
}
