import RecipeModel

/// Selectors in the words of the algebra.
enum V0LiftedSelector {
  static func condition(_ text: String) -> Condition {
    let trimmed = String(decoding: Array(text.utf8)[...].trimmed(\.isSpace), as: UTF8.self)
    guard let node = try? SelectorParser.parse(trimmed), let condition = condition(node) else {
      return .selector(trimmed)
    }
    return condition
  }

  /// What `{% if %}` asks: as it stands where it reads the variant, since conda-build finds what a recipe
  /// uses by where it stands.
  static func jinja(_ text: String) -> Condition {
    let condition = condition(text)
    if case .selector = condition { return .expression(text) }
    return condition.keys.isEmpty ? condition : .expression(text)
  }

  private static func condition(_ node: SelectorNode) -> Condition? {
    switch node {
    case .name(let name): return PlatformGroup(rawValue: name).map { .platform($0) }
    case .not(let inner): return condition(inner).map { !$0 }
    case .all(let parts):
      let lifted = parts.compactMap(condition)
      return lifted.count == parts.count ? lifted.reduce(.all([])) { $0 && $1 } : nil
    case .any(let parts):
      let lifted = parts.compactMap(condition)
      return lifted.count == parts.count ? lifted.reduce(.any([])) { $0 || $1 } : nil
    case .comparison(.name(let name), let links) where links.count == 1:
      return comparison(name, links[0])
    // A name that no variant has is `False` in a selector.
    case .comparison(.any(let parts), let links) where links.count == 1 && parts.count == 2:
      guard case .name(let name) = parts[0], case .string("None") = parts[1],
        case .string("None") = links[0].operand
      else { return nil }
      return comparison(name, links[0])
    default: return nil
    }
  }

  private static func comparison(_ name: String, _ link: SelectorComparison) -> Condition? {
    switch (name, link.relation, link.operand) {
    case ("build_platform", .notEqual, .name("target_platform")),
      ("target_platform", .notEqual, .name("build_platform")):
      return .crossBuild
    case ("build_platform", .equal, .name("target_platform")),
      ("target_platform", .equal, .name("build_platform")):
      return !.crossBuild
    case ("py", let relation, .int(let digits)):
      let text = String(digits)
      guard (2...3).contains(text.count),
        let relation = VersionRelation(rawValue: relation.rawValue)
      else { return nil }
      return .version(.python, relation, "\(text.prefix(1)).\(text.dropFirst())")
    case (_, .equal, .string(let text)):
      return key(name, text).map { .value($0, is: text) }
    case (_, .notEqual, .string(let text)):
      return key(name, text).map { !.value($0, is: text) }
    default: return nil
    }
  }

  private static func key(_ name: String, _ text: String) -> VariantKey? {
    let isKnown = ["target_platform", "build_platform", "platform"].contains(name)
    guard !isKnown, PlatformGroup(rawValue: name) == nil,
      text.utf8.allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
    else { return nil }
    return VariantKey(name)
  }
}
