import RecipeModel

/// Conditions and references in the expressions of `recipe.yaml`.
enum V1Expression {
  /// `match(cuda_compiler_version, ">=13")`, guarded where the key's value can be `None`: to `match`, `None`
  /// is a version below all others. `known` already holds where the expression stands.
  static func condition(_ condition: Condition, known: [Condition] = []) -> String {
    switch condition {
    case .platform(let group): group.rawValue
    case .crossBuild: "build_platform != target_platform"
    case .value(let key, let text): "\(key) == \(quoted(text))"
    case .version(let key, let relation, let version):
      guarded(key, match(key, relation, version), known: known)
    case .expression(let text), .selector(let text): text
    case .not(.value(let key, let text)): "\(key) != \(quoted(text))"
    case .not(.crossBuild): "build_platform == target_platform"
    case .not(.version(let key, let relation, let version)) where !canBeNone(key):
      match(key, relation.negated, version)
    case .not(let inner): "not \(parenthesized(inner, known: known))"
    case .all(let parts):
      joined(parts, by: "and", known: known)
    case .any(let parts):
      parts.map { part in
        if case .all = part {
          self.condition(part, known: known)
        } else {
          parenthesized(part, known: known)
        }
      }.joined(separator: " or ")
    }
  }

  /// What the parts before say is known to the parts behind.
  private static func joined(
    _ parts: [Condition], by word: String, known: [Condition]
  ) -> String {
    var known = known
    return parts.map { part in
      defer { known.append(part) }
      switch part {
      case .any, .expression, .selector: return parenthesized(part, known: known)
      default: break
      }
      return condition(part, known: known)
    }.joined(separator: " \(word) ")
  }

  private static func parenthesized(_ condition: Condition, known: [Condition]) -> String {
    let text = self.condition(condition, known: known)
    return text.contains(" and ") || text.contains(" or ") || text.hasPrefix("not ")
      || text.contains(" == ") || text.contains(" != ") || condition.isLoose
      ? "(\(text))" : text
  }

  private static func match(
    _ key: VariantKey, _ relation: VersionRelation, _ version: String
  ) -> String {
    "match(\(key), \(quoted(relation.rawValue + version)))"
  }

  private static func guarded(_ key: VariantKey, _ test: String, known: [Condition]) -> String {
    let isSet = !Condition.value(key, is: "None")
    guard canBeNone(key), !known.contains(isSet) else { return test }
    return "\(key) != \"None\" and \(test)"
  }

  /// conda-forge writes `None` for toolkits that a build goes without; an interpreter is always there.
  static func canBeNone(_ key: VariantKey) -> Bool { key != .python && key != .numpy }

  /// A string literal; the language has both kinds of quotes but no escapes.
  static func quoted(_ text: String) -> String {
    text.contains("\"") ? "'\(text)'" : "\"\(text)\""
  }

  /// `box-${{ version }}`
  static func text(_ text: Text) -> String {
    text.resolved { "${{ \(reference($0)) }}" }
  }

  static func reference(_ reference: Reference) -> String {
    switch reference {
    case .version: "version"
    case .buildNumber: "build_number"
    case .hash: "hash"
    case .targetPlatform: "target_platform"
    case .variant(let key): key.name
    case .digits(let key): "\(key) | version_to_buildstring"
    }
  }

  /// One scalar for texts that differ between builds: what they end with in common stays outside the choice.
  static func choice(_ texts: [Guarded<Text>]) -> String? {
    guard let last = texts.last else { return nil }
    var alternatives = texts.map(\.value.value)
    var tail = alternatives[0].droppingSharedTail(of: &alternatives)
    if texts.count == 1, last.conditions.isEmpty { tail = last.value.value }
    guard texts.count > 1 else { return text(tail) }
    var expression = sum(alternatives[alternatives.count - 1])
    for (guarded, alternative) in zip(texts, alternatives).dropLast().reversed() {
      let condition = condition(.all(guarded.conditions))
      expression = "\(sum(alternative)) if \(condition) else \(expression)"
    }
    return "${{ \(expression) }}" + text(tail)
  }

  private static func sum(_ text: Text) -> String {
    let terms = text.parts.map { part in
      switch part {
      case .literal(let piece): return quoted(piece)
      case .reference(let reference):
        let name = self.reference(reference)
        return name.contains(" ") && text.parts.count > 1 ? "(\(name))" : name
      }
    }
    return terms.isEmpty ? "\"\"" : terms.joined(separator: " ~ ")
  }
}

extension Condition {
  /// An expression that may bind less tightly than what is around it.
  fileprivate var isLoose: Bool {
    switch self {
    case .expression(let text), .selector(let text): text.contains(" ")
    default: false
    }
  }
}
