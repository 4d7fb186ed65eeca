import RecipeModel
import YAML

/// A page's YAML as nodes, each with what must hold for it.
struct V0Tree {
  let page: V0Page
  /// A selector that decides about more than what stands behind it.
  private(set) var problem: V0Blocks.Problem?

  private let comments: CommentTable

  /// Lines whose selectors have become conditions.
  private var consumed: Set<Int> = []

  init(_ page: V0Page, _ comments: CommentTable) {
    self.page = page
    self.comments = comments
  }

  /// The whole document.
  mutating func top(_ document: YAMLNode) -> V0Node {
    let node = node(document)
    for (line, selector) in page.selectors.sorted(by: { $0.key < $1.key })
    where problem == nil && page.isFilled(line) && !consumed.contains(line) {
      // What a block of Jinja holds goes with the line that it began on.
      if selector.parts.allSatisfy(\.isJinja) { continue }
      problem = V0Blocks.Problem(
        text: "[\(selector.text)]", lines: page.line(line)...page.line(line))
    }
    return node
  }

  /// - Parameter known: what holds around the node
  private mutating func node(
    _ node: YAMLNode, _ known: [V0LineSelector.Part] = []
  ) -> V0Node {
    switch node.content {
    case .scalar(let scalar):
      let text = page.restored(scalar.text)
      if case .plain = RecipeValue(scalar, schema: .pyyaml), text == scalar.text {
        return .plain(text)
      }
      return .text(text)
    case .sequence(let sequence):
      return .list(
        sequence.items.map { item in
          let line = item.span.start.line
          guard !sequence.isFlow else {
            return V0Node.Item(value: self.node(item, known), line: page.line(line))
          }
          let selector = selector(
            line...end(of: item), known,
            isOptional: item.scalar == nil && sequence.items.count == 1)
          return V0Node.Item(
            value: self.node(item, known + (selector?.parts ?? [])), selector: selector,
            line: page.line(line), comment: comments[line])
        })
    case .mapping(let mapping):
      return .map(
        mapping.pairs.map { pair in
          let line = pair.keySpan.start.line
          var selector: V0LineSelector?
          if V0Page.isNumbered(pair.name) {
            let end = pair.value.scalar == nil ? end(of: pair.value) : line
            selector = self.selector(line...max(line, end), known, isOptional: false)
            // The lines of one text belong together, whatever stands behind them.
            if pair.value.scalar != nil, line < pair.value.span.end.line {
              consumed.formUnion(line...pair.value.span.end.line)
            }
          }
          return V0Node.Pair(
            key: page.restored(V0Page.key(pair.name)),
            value: self.node(pair.value, known + (selector?.parts ?? [])), selector: selector,
            line: page.line(line), comment: comments[line])
        })
    }
  }

  /// The last line with something on it.
  private func end(of node: YAMLNode) -> Int {
    switch node.content {
    case .scalar: node.span.start.line
    case .sequence(let sequence):
      sequence.items.last.map { end(of: $0) } ?? node.span.start.line
    case .mapping(let mapping):
      mapping.pairs.last.map { max($0.keySpan.start.line, end(of: $0.value)) }
        ?? node.span.start.line
    }
  }

  /// What holds for all of the lines, beyond what is known. What holds for the first line only belongs to
  /// what stands there, if that is optional, else it can't be told what it decides about.
  private mutating func selector(
    _ lines: ClosedRange<Int>, _ known: [V0LineSelector.Part], isOptional: Bool
  ) -> V0LineSelector? {
    guard let all = page.selectors[lines.lowerBound] else { return nil }
    consumed.insert(lines.lowerBound)
    guard let first = all.without(known) else { return nil }
    let others = lines.dropFirst().filter { page.isFilled($0) }
    let shared = first.parts.filter { part in
      others.allSatisfy { page.selectors[$0]?.parts.contains(part) == true }
    }
    if shared.count < first.parts.count, !isOptional, problem == nil {
      let line = page.line(lines.lowerBound)
      problem = V0Blocks.Problem(text: "[\(first.text)]", lines: line...line)
    }
    return shared.isEmpty ? nil : V0LineSelector(shared)
  }
}
