/// When a part of a recipe applies: a small algebra that prints to selectors, `if:` and shell tests.
package indirect enum Condition: Hashable, Sendable {
  case platform(PlatformGroup)
  /// Built on another platform than the one it is for.
  case crossBuild
  /// The variant value is this string, letter for letter.
  case value(VariantKey, is: String)
  /// The variant value compares as a version. The value `None` is no version: no comparison holds for it.
  case version(VariantKey, VersionRelation, String)
  /// What the algebra can't say, in the language of `recipe.yaml`'s `if:`.
  case expression(String)
  /// The same in the language of `meta.yaml`'s selectors.
  case selector(String)
  case not(Condition)
  case all([Condition])
  case any([Condition])
}

extension Condition {
  package static prefix func ! (a: Condition) -> Condition {
    if case .not(let inner) = a { inner } else { .not(a) }
  }

  package static func && (a: Condition, b: Condition) -> Condition {
    .all(a.conjuncts + b.conjuncts)
  }

  package static func || (a: Condition, b: Condition) -> Condition {
    .any(a.disjuncts + b.disjuncts)
  }

  var conjuncts: [Condition] { if case .all(let parts) = self { parts } else { [self] } }
  var disjuncts: [Condition] { if case .any(let parts) = self { parts } else { [self] } }

  /// The variant keys that decide it.
  package var keys: Set<VariantKey> {
    switch self {
    case .platform, .crossBuild: []
    case .value(let key, _), .version(let key, _, _): [key]
    case .expression(let text), .selector(let text): Condition.names(in: text)
    case .not(let inner): inner.keys
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.keys) }
    }
  }
}
