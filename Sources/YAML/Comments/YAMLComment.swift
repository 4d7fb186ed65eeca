/// A comment; libyaml drops them.
package struct YAMLComment: Hashable, Sendable {
  /// Where its `#` stands.
  package var mark: YAMLMark
  /// Without `#`, one space after it and blanks at the end: `[win]` for a selector.
  package var text: String
  /// Nothing else stands on the line.
  package var isWholeLine: Bool

  package init(_ text: String, at mark: YAMLMark, isWholeLine: Bool) {
    self.text = text
    self.mark = mark
    self.isWholeLine = isWholeLine
  }
}

/// All comments of a file, in order; at most one on a line.
package struct YAMLComments: Sendable {
  package let all: [YAMLComment]
  package let file: String

  package init(_ all: [YAMLComment], in file: String) {
    self.all = all
    self.file = file
  }

  package func on(line: Int) -> YAMLComment? {
    let index = firstIndex(from: line)
    return index < all.count && all[index].mark.line == line ? all[index] : nil
  }

  /// The comment behind the data of a line.
  package func trailing(line: Int) -> YAMLComment? {
    on(line: line).flatMap { $0.isWholeLine ? nil : $0 }
  }

  /// The comment lines that stand directly above a line, from the top.
  package func above(line: Int) -> ArraySlice<YAMLComment> {
    let end = firstIndex(from: line)
    var start = end
    while start > 0, all[start - 1].isWholeLine,
      all[start - 1].mark.line == line - (end - start) - 1
    {
      start -= 1
    }
    return all[start..<end]
  }

  private func firstIndex(from line: Int) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].mark.line < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
