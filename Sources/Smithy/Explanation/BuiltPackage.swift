/// A package that a job builds.
package struct BuiltPackage: Hashable, Sendable {
  package var name: String
  package var version: String
  package var buildNumber: Int
  /// With the hash as conda-build makes it for `meta.yaml`, and rattler-build for `recipe.yaml`.
  package var buildString: String
  /// `python`, `generic` or nil.
  package var noarch: String?
  /// What the hash is made of, or the values that go into it.
  package var variant: [String: String]

  package var distribution: String { "\(name)-\(version)-\(buildString)" }
}
