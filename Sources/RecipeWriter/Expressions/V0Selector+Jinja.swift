import RecipeModel
import YAML

extension V0Selector {
  /// A selector behind the line, or `{% if %}` around it where a selector can't say it.
  func trivia(_ conditions: [Condition]) -> YAMLTrivia {
    guard let text = comment(conditions) else { return YAMLTrivia() }
    return needsJinja(conditions) ? Self.block(expression(conditions)) : YAMLTrivia(comment: text)
  }

  func needsJinja(_ conditions: [Condition]) -> Bool {
    conditions.contains { !$0.keys.isDisjoint(with: variables) || !$0.isSelector }
  }

  /// The same for a condition that is text.
  func trivia(_ text: String, isWhole: Bool) -> YAMLTrivia {
    isWhole || needsJinja([.expression(text)])
      ? Self.block(text) : YAMLTrivia(comment: "[\(text)]")
  }

  static func block(_ test: String) -> YAMLTrivia {
    YAMLTrivia(above: [.verbatim("{% if \(test) %}")], below: [.verbatim("{% endif %}")])
  }
}

extension Condition {
  /// Whether conda-build's selectors can say it: no brackets, filters and tests.
  fileprivate var isSelector: Bool {
    switch self {
    case .platform, .crossBuild, .value, .version: true
    case .expression(let text):
      !text.contains { "[]{}|~%".contains($0) } && !text.contains(" is ")
    case .not(let inner): inner.isSelector
    case .all(let parts), .any(let parts): parts.allSatisfy(\.isSelector)
    }
  }
}
