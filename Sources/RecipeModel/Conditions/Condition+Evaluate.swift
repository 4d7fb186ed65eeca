import Conda

extension Condition {
  /// Whether it holds for one build. A key without a value, or with the value `None`, is no version;
  /// an expression is for the build tool to decide, and counts as not fulfilled here.
  package func holds(in context: VariantContext) -> Bool {
    switch self {
    case .platform(let group): group.contains(context.platform)
    case .crossBuild: context.platform != context.buildPlatform
    case .value(let key, let text): context.values[key] == text
    case .version(let key, let relation, let text):
      context.version(of: key).map { relation.holds($0, text) } ?? false
    case .expression, .selector: false
    case .not(let inner): !inner.holds(in: context)
    case .all(let parts): parts.allSatisfy { $0.holds(in: context) }
    case .any(let parts): parts.contains { $0.holds(in: context) }
    }
  }
}

extension VariantContext {
  /// The version part of a value such as `3.12.* *_cpython`; nil for `None` and missing keys.
  package func version(of key: VariantKey) -> String? {
    guard let value = values[key], value != "None" else { return nil }
    return VariantKey.versionPart(of: value)
  }
}

extension VariantKey {
  /// `3.12.* *_cpython` → `3.12`: pins carry globs and build strings that versions don't have.
  package static func versionPart(of value: String) -> String {
    var text = String(value.prefix { $0 != " " })
    while text.hasSuffix("*") || text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

extension VersionRelation {
  func holds(_ a: String, _ b: String) -> Bool {
    guard let x = try? Version(a), let y = try? Version(b) else { return false }
    return switch self {
    case .less: x < y
    case .atMost: x <= y
    case .equal: x == y
    case .differs: x != y
    case .atLeast: x >= y
    case .greater: x > y
    }
  }
}
