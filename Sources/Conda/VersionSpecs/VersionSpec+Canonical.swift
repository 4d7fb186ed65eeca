extension VersionSpec {
  /// As the tool prints it.
  package var canonical: String { root.canonical(dialect, isInAll: false) }
}

extension VersionSpec.Node {
  fileprivate func canonical(_ dialect: Dialect, isInAll: Bool) -> String {
    switch self {
    case .constraint(let constraint, let text):
      return dialect.isRattler ? constraint.canonical : text
    case .all(let nodes):
      return nodes.map { $0.canonical(dialect, isInAll: true) }.joined(separator: ",")
    case .any(let nodes):
      let text = nodes.map { $0.canonical(dialect, isInAll: false) }.joined(separator: "|")
      // conda forgets these parentheses when it prints; rattler doesn't.
      return isInAll && dialect.isRattler ? "(\(text))" : text
    }
  }
}
