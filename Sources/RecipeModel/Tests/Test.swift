import Diagnostics

/// A check that runs after a package is built, in an environment with nothing but its run dependencies.
package enum Test: Hashable, Sendable {
  case python(PythonTest)
  case commands(CommandTest)
  case contents(ContentsTest)
  /// Runs the tests of another package against this one.
  case downstream(String)
  /// A test as `recipe.yaml` has it.
  case kept(RecipeValue)
}

package struct PythonTest: Hashable, Sendable {
  package var imports: [Located<String>]
  package var pipCheck: Bool
  /// The versions to test with, one environment each; none leaves the choice to the build tool.
  package var pythonVersions: [Located<String>]

  package init(
    imports: [Located<String>], pipCheck: Bool, pythonVersions: [Located<String>] = []
  ) {
    self.imports = imports
    self.pipCheck = pipCheck
    self.pythonVersions = pythonVersions
  }
}

package struct CommandTest: Hashable, Sendable {
  package var commands: [Item<String>]
  package var requirements: [Item<Requirement>]
  /// Files beside the recipe that the commands read.
  package var files: [Item<String>]
  package var sourceFiles: [Item<String>]

  package init(
    commands: [Item<String>], requirements: [Item<Requirement>] = [], files: [Item<String>] = [],
    sourceFiles: [Item<String>] = []
  ) {
    self.commands = commands
    self.requirements = requirements
    self.files = files
    self.sourceFiles = sourceFiles
  }
}

/// Globs of files that must be in the package.
package struct ContentsTest: Hashable, Sendable {
  package var files: [Item<String>] = []
  package var sitePackages: [Item<String>] = []
  package var libraries: [Item<String>] = []
  package var executables: [Item<String>] = []
  package var headers: [Item<String>] = []
  /// Nothing else may be in the package. conda-build can't say that.
  package var isStrict = false

  package init() {}

  /// The lists under rattler-build's names.
  package var sections: [(name: String, items: [Item<String>])] {
    [
      ("files", files), ("site_packages", sitePackages), ("lib", libraries), ("bin", executables),
      ("include", headers),
    ]
  }
}
