/// Which versions will do: `>=1.2,<2`, `1.2.*|2.0`, `~=1.2`, `!=1.3.*`.
///
///     let spec = try VersionSpec(">=12.9,<13")
///     spec.matches(try Version("12.10"))   // true
///
/// A comma (and) binds tighter than a bar (or).
package struct VersionSpec: Hashable, Sendable {
  /// As it was written.
  package let text: String
  package let dialect: Dialect
  let root: Node

  /// A constraint, or several of which all or one has to hold.
  enum Node: Hashable, Sendable {
    case constraint(VersionConstraint, text: String)
    case all([Node])
    case any([Node])
  }

  /// How deep parentheses may be nested.
  static let depthLimit = 64

  package init(_ text: String, dialect: Dialect = .conda) throws(VersionSpecError) {
    try self.init(Array(text.utf8)[...], text: text, dialect: dialect)
  }

  /// From a part of something longer.
  init(_ bytes: ArraySlice<UInt8>, text: String, dialect: Dialect) throws(VersionSpecError) {
    self.text = text
    self.dialect = dialect
    if dialect.isRattler {
      var parser = RattlerVersionSpecParser(bytes: bytes, isStrict: dialect == .rattlerStrict)
      root = try parser.spec()
    } else {
      var parser = CondaVersionSpecParser(bytes: bytes)
      root = try parser.spec()
    }
  }

  package func matches(_ version: Version) -> Bool { root.matches(version, dialect: dialect) }

  /// All constraints, from left to right.
  package var constraints: [VersionConstraint] { root.constraints }
}

extension VersionSpec.Node {
  func matches(_ version: Version, dialect: Dialect) -> Bool {
    switch self {
    case .constraint(let constraint, _): constraint.matches(version, dialect: dialect)
    case .all(let nodes): nodes.allSatisfy { $0.matches(version, dialect: dialect) }
    case .any(let nodes): nodes.contains { $0.matches(version, dialect: dialect) }
    }
  }

  var constraints: [VersionConstraint] {
    switch self {
    case .constraint(let constraint, _): [constraint]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.constraints)
    }
  }

  /// Joins what was parsed, without groups of the same kind within each other.
  static func joined(_ nodes: [Self], all: Bool) -> Self {
    guard nodes.count != 1 else { return nodes[0] }
    var flat: [Self] = []
    for node in nodes {
      switch node {
      case .all(let inner) where all: flat += inner
      case .any(let inner) where !all: flat += inner
      default: flat.append(node)
      }
    }
    return all ? .all(flat) : .any(flat)
  }
}

extension VersionSpec: CustomStringConvertible {
  package var description: String { text }
}
