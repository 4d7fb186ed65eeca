import Diagnostics

// Lists in which conditions may stand.
extension V1.RecipeParser {
  /// Deeper than any recipe; it keeps recursion in bounds.
  static let branchDepthLimit = 64

  mutating func texts(_ node: Node, _ field: String) throws(Diagnostic) -> Texts {
    try list(node, field) { parser, node in try parser.text(node, field) }
  }

  mutating func texts(
    _ node: Node, _ field: String, _ rule: V1.TextRule
  ) throws(Diagnostic) -> Texts {
    try list(node, field) { parser, node in
      try parser.text(node, field, rule)
    }
  }

  /// A list, or one value in its place.
  mutating func textsOrOne(_ node: Node, _ field: String) throws(Diagnostic) -> Texts {
    try branches(node, field, depth: 0) { parser, node in
      try parser.text(node, field)
    }
  }

  mutating func list<Element>(
    _ node: Node, _ field: String,
    _ read: (inout Self, Node) throws -> Element
  ) throws(Diagnostic) -> [V1.Branch<Element>] {
    guard case .sequence = node else {
      throw .unexpectedKind(of: field, node, expected: "a list", at: location(node.place))
    }
    return try branches(node, field, depth: 0, read)
  }

  /// The entries of a list; anything else is the only entry.
  mutating func branches<Element>(
    _ node: Node, _ field: String, depth: Int,
    _ read: (inout Self, Node) throws -> Element
  ) throws(Diagnostic) -> [V1.Branch<Element>] {
    guard case .sequence(let items, _) = node else {
      return [try branch(node, field, depth: depth, read)]
    }
    var branches: [V1.Branch<Element>] = []
    branches.reserveCapacity(items.count)
    for item in items {
      do throws(Diagnostic) {
        branches.append(try branch(item, field, depth: depth, read))
      } catch {
        findings.append(error)
      }
    }
    return branches
  }

  private mutating func branch<Element>(
    _ node: Node, _ field: String, depth: Int,
    _ read: (inout Self, Node) throws -> Element
  ) throws(Diagnostic) -> V1.Branch<Element> {
    guard case .mapping(let mapping) = node, let condition = mapping["if"] else {
      do {
        return .element(try read(&self, node))
      } catch {
        throw Diagnostic(error)
      }
    }
    guard depth < Self.branchDepthLimit else {
      throw .invalidValue(
        of: field, "conditions are nested more than \(Self.branchDepthLimit) levels deep",
        at: location(node.place))
    }
    let parsed = try self.condition(condition)
    guard let then = mapping["then"] else {
      throw .missingField("then", in: "a condition", at: location(mapping.place))
    }
    let thenBranches = try branches(then, field, depth: depth + 1, read)
    guard let otherwise = mapping["else"] else {
      return .conditional(parsed, then: thenBranches, otherwise: [])
    }
    return .conditional(
      parsed, then: thenBranches,
      otherwise: try branches(otherwise, field, depth: depth + 1, read))
  }
}
