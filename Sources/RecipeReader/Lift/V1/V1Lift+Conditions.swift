import RecipeModel

extension V1Lift {
  /// The condition in the algebra's words, or the expression itself.
  func condition(_ text: String) -> Condition {
    guard let expression = try? V1.ExpressionParser.parse(text) else { return .expression(text) }
    return condition(expression) ?? .expression(text)
  }

  /// Nil: nothing of it is in the algebra.
  func condition(_ expression: V1.Expression) -> Condition? {
    switch expression {
    case .name(let name):
      guard !contextNames.contains(name) else { return nil }
      return PlatformGroup(rawValue: name).map { .platform($0) }
    case .not(let operand): return condition(operand).map { !$0 }
    case .all(let a, let b): return joined(a, b) { $0 && $1 }
    case .any(let a, let b): return joined(a, b) { $0 || $1 }
    case .comparison(.name(let name), let comparisons) where comparisons.count == 1:
      return comparison(name, comparisons[0])
    case .call(.name("match"), let arguments): return match(arguments)
    default: return nil
    }
  }

  private func joined(
    _ a: V1.Expression, _ b: V1.Expression, _ join: (Condition, Condition) -> Condition
  ) -> Condition? {
    let parts = (condition(a), condition(b))
    if case (nil, nil) = parts { return nil }
    return join(
      parts.0 ?? .expression(a.description), parts.1 ?? .expression(b.description))
  }

  private func comparison(_ name: String, _ comparison: V1.Expression.Comparison) -> Condition? {
    switch (comparison.relation, comparison.operand) {
    case (.notEqual, .name("target_platform")) where name == "build_platform": return .crossBuild
    case (.notEqual, .name("build_platform")) where name == "target_platform": return .crossBuild
    case (.equal, .name("target_platform")) where name == "build_platform": return !.crossBuild
    case (.equal, .name("build_platform")) where name == "target_platform": return !.crossBuild
    case (.equal, .constant(.string(let text))):
      return variant(name, text).map { .value($0, is: text) }
    case (.notEqual, .constant(.string(let text))):
      return variant(name, text).map { !.value($0, is: text) }
    default: return nil
    }
  }

  /// A key of the variants, not a variable of the recipe's or the engine's.
  private func variant(_ name: String, _ text: String) -> VariantKey? {
    let isKnown = ["target_platform", "build_platform", "host_platform"].contains(name)
    guard !isKnown, !contextNames.contains(name), PlatformGroup(rawValue: name) == nil,
      !text.contains("\"") || !text.contains("'"), !text.contains("\\"), !text.contains("\n")
    else { return nil }
    return VariantKey(name)
  }

  /// Of a key that can be `None`, which `match` takes for a version below all others, only comparisons
  /// that this doesn't touch.
  private func match(_ arguments: [V1.Expression.Argument]) -> Condition? {
    guard arguments.count == 2, arguments.allSatisfy({ $0.kind == .positional }),
      case .name(let name) = arguments[0].value,
      case .constant(.string(let spec)) = arguments[1].value,
      let key = variant(name, spec)
    else { return nil }
    let relations: [VersionRelation] = [.atMost, .atLeast, .equal, .differs, .less, .greater]
    guard let relation = relations.first(where: { spec.hasPrefix($0.rawValue) }) else { return nil }
    let version = String(spec.dropFirst(relation.rawValue.count))
    let isPlain = version.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    guard isPlain, version.utf8.first?.isDigit == true, version.utf8.last?.isDigit == true
    else { return nil }
    let isAlwaysSet = key == .python || key == .numpy
    guard isAlwaysSet || [.atLeast, .greater, .equal].contains(relation) else { return nil }
    return .version(key, relation, version)
  }
}
