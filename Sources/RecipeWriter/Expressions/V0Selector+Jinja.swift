import RecipeModel
import YAML

extension V0Selector {
  /// A selector behind the line, or `{% if %}` around it where a selector can't say it.
  /// A selector counts for one line only.
  func trivia(_ conditions: [Condition], around value: YAMLBlock? = nil) -> YAMLTrivia {
    guard let text = comment(conditions) else { return YAMLTrivia() }
    var hasLines = false
    if case .scalar(let scalar)? = value { hasLines = scalar.text.contains("\n") }
    return hasLines || needsJinja(conditions)
      ? Self.block(expression(conditions)) : YAMLTrivia(comment: text)
  }

  func needsJinja(_ conditions: [Condition]) -> Bool { conditions.contains(where: \.isJinja) }

  /// The same for a condition that is text.
  static func trivia(_ text: String, isJinja: Bool) -> YAMLTrivia {
    isJinja ? block(text) : YAMLTrivia(comment: "[\(text)]")
  }

  static func block(_ test: String) -> YAMLTrivia {
    YAMLTrivia(above: [.verbatim("{% if \(test) %}")], below: [.verbatim("{% endif %}")])
  }
}

extension Condition {
  /// What `recipe.yaml`'s `if:` says is Jinja, too, and may read the recipe's variables, which selectors
  /// don't see.
  fileprivate var isJinja: Bool {
    switch self {
    case .platform, .crossBuild, .value, .version, .selector: false
    case .expression(let text): text != "true" && text != "false"
    case .not(let inner): inner.isJinja
    case .all(let parts), .any(let parts): parts.contains(where: \.isJinja)
    }
  }
}
