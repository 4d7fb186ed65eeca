/// The bounds that a pin puts around a version, as `pin_subpackage` and `pin_compatible` write
/// them.
///
///     try Pin().spec(for: Version("5.4.0"), dialect: .conda)
///     // >=5.4.0,<6.0a0
///     try Pin(upper: .places(PinExpression("x.x"))).spec(for: Version("9d"), dialect: .rattler)
///     // >=9d,<9d.1.0a0
package struct Pin: Hashable, Sendable {
  package enum Bound: Hashable, Sendable {
    case places(PinExpression)
    case version(Version)
  }

  /// None: no such bound.
  package var lower: Bound?
  package var upper: Bound?

  package init(
    lower: Bound? = .places(.defaultLower), upper: Bound? = .places(.defaultUpper)
  ) {
    self.lower = lower
    self.upper = upper
  }

  /// The version spec; empty if there are no bounds.
  ///
  /// The formats differ: where a version has fewer places than the expression, v0 counts up the
  /// last one that it has and v1 adds zeros; v0 drops the epoch, v1 keeps it.
  package func spec(for version: Version, dialect: Dialect) throws(PinError) -> String {
    dialect.isRattler
      ? try RattlerPin(version).spec(lower, upper) : try CondaPin(version).spec(lower, upper)
  }

  /// Exactly one build: behind the name.
  package static func exact(version: Version, build: String, dialect: Dialect) -> String {
    dialect.isRattler ? "==\(version) \(build)" : "\(version) \(build)"
  }
}
