/// One condition on a version: `>=1.2`, `1.2.*`, `~=1.2`, `^1\.2.*$`.
package enum VersionConstraint: Hashable, Sendable {
  /// `*`
  case any
  case compare(VersionOperator, Version)
  /// `1.2.*` and `=1.2`
  case startsWith(Version)
  /// `!=1.2.*`
  case notStartsWith(Version)
  /// `~=1.2`: at least that, and alike but for the last segment, which is left out of `prefix`.
  indirect case compatible(Version, prefix: Version)
  /// conda only: an asterisk in the middle, or a regular expression, on the version as a text.
  case pattern(VersionPattern)
  /// conda only: a version with an `@` in it.
  case literal(String)
}

/// A pattern that versions are matched against as texts.
package struct VersionPattern: Hashable, Sendable {
  let pattern: Pattern
  package var text: String { pattern.text }
}

extension VersionConstraint {
  func matches(_ version: Version, dialect: Dialect) -> Bool {
    switch self {
    case .any: true
    case .compare(let relation, let limit): relation.holds(version.order(to: limit))
    case .startsWith(let prefix): version.starts(with: prefix, dialect: dialect)
    case .notStartsWith(let prefix): !version.starts(with: prefix, dialect: dialect)
    case .compatible(let limit, let prefix):
      if dialect.isRattler {
        version.isCompatible(with: limit)
      } else {
        version >= limit && version.starts(with: prefix, dialect: dialect)
      }
    case .pattern(let pattern): pattern.pattern.matches(version.text)
    case .literal(let text): version.text == text
    }
  }

  /// As rattler prints it.
  var canonical: String {
    switch self {
    case .any: "*"
    case .compare(let relation, let limit): relation.rawValue + limit.canonical(.rattler)
    case .startsWith(let prefix): prefix.canonical(.rattler) + ".*"
    case .notStartsWith(let prefix): "!=" + prefix.canonical(.rattler) + ".*"
    case .compatible(let limit, _): "~=" + limit.canonical(.rattler)
    case .pattern(let pattern): pattern.text
    case .literal(let text): text
    }
  }
}

extension Version {
  /// rattler's `~=`: what comes last in the limit, and more behind it, may grow.
  func isCompatible(with limit: Version) -> Bool {
    self >= limit && epoch == limit.epoch
      && Self.starts(release, with: limit.release, droppingLast: true)
      && Self.starts(local, with: limit.local)
  }
}
