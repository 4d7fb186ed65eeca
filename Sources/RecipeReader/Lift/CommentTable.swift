import RecipeModel
import YAML

/// Which comment belongs to what begins on a line: what stands behind it, and above it. Comments at the
/// end of a list or section, which stand deeper than what follows, belong to what is above them.
struct CommentTable {
  private var comments: [Int: Comment] = [:]
  /// The lines that have comments, in order.
  private var owners: [Int] = []
  private let taken = TakenLines()
  /// What stands above everything, and apart from what follows.
  private(set) var header: [String] = []

  init() {}

  /// - Parameter others: lines with something that is no YAML, such as assignments
  init(_ node: YAMLNode, _ all: [YAMLComment], others: [Int] = []) {
    guard !all.isEmpty else { return }
    var columns: [Int: Int] = [:]
    for line in others { columns[line] = 1 }
    Self.collect(node, into: &columns)
    let lines = columns.keys.sorted()
    var next = 0
    for comment in all {
      let line = comment.mark.line
      guard comment.isWholeLine else {
        if columns[line] != nil { comments[line, default: Comment()].beside = comment.text }
        continue
      }
      while next < lines.count, lines[next] < line { next += 1 }
      let column = comment.mark.column
      let isDeeper = next == lines.count || column > columns[lines[next]] ?? 0
      if next == 0 {
        header.append(comment.text)
      } else if isDeeper,
        let owner = lines[..<next].last(where: { columns[$0] ?? 0 <= column })
      {
        comments[owner, default: Comment()].below.append(comment.text)
      } else {
        comments[lines[min(next, lines.count - 1)], default: Comment()].above.append(comment.text)
      }
    }
    owners = comments.keys.sorted()
  }

  subscript(line: Int) -> Comment? { comments[line] }

  /// The comment of what begins on a line, which has got a place in the model.
  func take(_ line: Int) -> Comment? {
    guard let comment = comments[line] else { return nil }
    taken.lines.insert(line)
    return comment
  }

  /// The comment of a value in a list. Those inside that found no other place stand above it.
  func take(_ node: YAMLNode) -> Comment? {
    var comment = take(node.span.start.line)
    let rest = left(in: node)
    guard !rest.isEmpty else { return comment }
    comment = comment ?? Comment()
    for line in rest { comment?.above += take(line)?.lines ?? [] }
    return comment
  }

  /// Gives the comments inside a value back, which was tried as something that it isn't.
  func giveBack(_ node: YAMLNode) {
    taken.lines.subtract(owners(in: node).filter { !taken.keys.contains($0) })
  }

  /// The comments inside a value that stays as it is, whatever else was tried with it. Those of its keys
  /// are with the recipe's.
  func values(of node: YAMLNode) -> [ValueComment] {
    var values: [ValueComment] = []
    collect(node, at: [], on: nil, into: &values)
    return values
  }

  private func collect(
    _ node: YAMLNode, at path: [ValueComment.Step], on line: Int?,
    into values: inout [ValueComment]
  ) {
    func add(_ own: Int, _ inner: YAMLNode, _ path: [ValueComment.Step], isInList: Bool) {
      // The first key of an item stands on the line of its dash.
      if own != line, isInList || !taken.keys.contains(own), let comment = take(own) {
        values.append(ValueComment(comment, at: path))
      }
      collect(inner, at: path, on: isInList ? own : nil, into: &values)
    }
    switch node.content {
    case .scalar: break
    case .sequence(let sequence):
      for (index, item) in sequence.items.enumerated() {
        add(item.span.start.line, item, path + [.index(index)], isInList: true)
      }
    case .mapping(let mapping):
      let isInList = path.contains { if case .index = $0 { true } else { false } }
      for pair in mapping.pairs {
        add(pair.keySpan.start.line, pair.value, path + [.key(pair.name)], isInList: isInList)
      }
    }
  }

  /// The lines in a value whose comments nobody took.
  private func left(in node: YAMLNode) -> [Int] {
    owners(in: node).filter { !taken.lines.contains($0) }
  }

  private func owners(in node: YAMLNode) -> ArraySlice<Int> {
    let lines = node.lines
    let start = owners.partitioningIndex { $0 >= lines.lowerBound }
    return owners[start...].prefix { $0 <= lines.upperBound }
  }

  /// What nobody took comes to the nearest key above it.
  func rest(of mapping: YAMLMapping, below path: [String] = [], into keys: inout KeyComments) {
    for pair in mapping.pairs {
      let path = path + [pair.name]
      if let inner = pair.value.mapping { rest(of: inner, below: path, into: &keys) }
      let lines = left(in: pair.value).flatMap { take($0)?.lines ?? [] }
      if !lines.isEmpty { keys.add(Comment(above: lines), at: path) }
    }
  }

  /// Where keys and entries begin.
  private static func collect(_ node: YAMLNode, into columns: inout [Int: Int]) {
    func add(_ mark: YAMLMark, _ shift: Int = 0) {
      if columns[mark.line] == nil { columns[mark.line] = mark.column - shift }
    }
    switch node.content {
    case .scalar: break
    case .sequence(let sequence):
      for item in sequence.items {
        // Where its dash stands.
        add(item.span.start, sequence.isFlow ? 0 : 2)
        collect(item, into: &columns)
      }
    case .mapping(let mapping):
      for pair in mapping.pairs {
        add(pair.keySpan.start)
        collect(pair.value, into: &columns)
      }
    }
  }

  /// The comments of the keys of a mapping, and of the mappings below it.
  func keys(
    of mapping: YAMLMapping, below path: [String] = [], into comments: inout KeyComments
  ) {
    for pair in mapping.pairs {
      let path = path + [pair.name]
      if let comment = take(pair.keySpan.start.line) {
        taken.keys.insert(pair.keySpan.start.line)
        comments.add(comment, at: path)
      }
      if let inner = pair.value.mapping {
        keys(of: inner, below: path, into: &comments)
      }
    }
  }
}

/// Which comments have a place in the model. One for all copies of a lift, which tries things on them.
private final class TakenLines {
  var lines: Set<Int> = []
  /// Those of keys, which stay with them whatever becomes of the values.
  var keys: Set<Int> = []
}

extension YAMLNode {
  /// From its first line to the last that something begins on.
  fileprivate var lines: ClosedRange<Int> {
    let start = span.start.line
    let end =
      switch content {
      case .scalar: start
      case .sequence(let sequence): sequence.items.last?.lines.upperBound ?? start
      case .mapping(let mapping):
        mapping.pairs.last.map { max($0.keySpan.start.line, $0.value.lines.upperBound) } ?? start
      }
    return start...max(start, end)
  }
}

extension [Int] {
  /// The first index of what a test holds for, in a list where it holds for all that follow.
  fileprivate func partitioningIndex(where test: (Int) -> Bool) -> Int {
    var range = startIndex..<endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = test(self[middle]) ? range.lowerBound..<middle : (middle + 1)..<range.upperBound
    }
    return range.lowerBound
  }
}
