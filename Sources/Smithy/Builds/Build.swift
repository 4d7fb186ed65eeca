/// One package for one variant, with what decides on which job builds it.
struct Build: Sendable {
  var name: String
  /// Name, version and build string: builds are sorted by it.
  var distribution: String
  var isNoarch: Bool
  /// What the package itself uses.
  var used: Set<String>
  /// What it uses together with the recipe around it.
  var topLevelUsed: Set<String>
  /// Values of keys, where they are not the first ones of their axes.
  var variant: [String: String]
  /// Which rows the job's files may hold, where less than all of an axis.
  var rows: [Int: Set<Int>]
  var feedstockName: String?
}
