/// Whose reading of versions and specs is meant: the tools agree on what people write day to day
/// and differ at the edges, so a check that speaks for one tool has to ask with that tool's
/// dialect.
package enum Dialect: String, Hashable, Sendable, CaseIterable {
  /// conda, conda-build and so `meta.yaml`.
  case conda
  /// rattler as it reads specs of packages that exist already.
  case rattler
  /// rattler as it reads `recipe.yaml`: a bare `1.2` is an error there, `==1.2` and `1.2.*` are
  /// not.
  case rattlerStrict

  /// Those of the two tools that read recipes, the strict one first.
  package static let both = [Dialect.rattlerStrict, .conda]

  package var isRattler: Bool { self != .conda }
}
