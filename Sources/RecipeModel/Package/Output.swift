import Diagnostics

/// One package that a recipe makes.
package struct Output: Hashable, Sendable {
  package var name: Located<String>
  /// Nil: the recipe's.
  package var version: Located<String>?
  package var sources: [Item<Source>] = []
  package var build = Build()
  package var requirements = Requirements()
  package var tests: [Item<Test>] = []
  package var about = About()
  package var linkScripts: [Item<LinkScript>] = []
  package var activation: [Item<ActivationScripts>] = []
  package var environmentVariables: [Item<EnvironmentVariables>] = []
  package var cuda: CUDAUse?
  package var comments = KeyComments()
  /// What has no word above, by its path from a named output.
  package var kept: [KeptValue] = []

  package init(_ name: Located<String>) { self.name = name }
}
