/// One package of a rendered recipe.
package struct V0Package: Hashable, Sendable {
  package var name: String
  package var version: String
  package var buildNumber: Int
  package var buildString: String
  /// `python`, `generic` or nil.
  package var noarch: String?
  /// The variant's keys that the package depends on, with their values.
  package var usedVariant: [String: String]
  /// What the package uses together with the recipe around it: CI jobs are told apart by these.
  package var topLevelKeys: Set<String> = []
  /// What goes into the hash of the build string.
  package var hashContents: [String: String]
  /// The whole tree: `package`, `source`, `build`, `requirements`, `test`, `about`, `extra`.
  package var metadata: RenderedMap
  /// What stands for it below `outputs`: its script may be nowhere in the tree.
  package var output = RenderedMap()

  /// The text whose SHA-1 begins the build string.
  package var hashedText: String { V0Hash.json(hashContents) }
}
