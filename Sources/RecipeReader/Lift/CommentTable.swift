import RecipeModel
import YAML

/// Which comment belongs to what begins on a line: what stands behind it, and above it. Comments at the
/// end of a list or section, which stand deeper than what follows, belong to what is above them.
struct CommentTable {
  private var comments: [Int: Comment] = [:]
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
  }

  subscript(line: Int) -> Comment? { comments[line] }

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
    of mapping: YAMLMapping, below path: [String] = [], into comments: inout KeyComments,
    named name: ([String]) -> [String] = { $0 }
  ) {
    for pair in mapping.pairs {
      let path = path + [pair.name]
      if let comment = self[pair.keySpan.start.line] { comments.add(comment, at: name(path)) }
      if let inner = pair.value.mapping {
        keys(of: inner, below: path, into: &comments, named: name)
      }
    }
  }
}
