/// What takes a conda package's place on a machine without conda's channels.
package struct StandIn: Hashable, Sendable {
  /// Debian packages for those that build with it.
  package var development: [String] = []
  /// Debian packages for those that run with it.
  package var runtime: [String] = []
  /// A distribution of PyPI.
  package var python: String?
  /// Files of CUDA's toolkit.
  package var toolkit: [ToolkitFile] = []
  /// Packages that it depends on, where they have stand-ins of their own.
  package var requires: [String] = []
  /// Requirements that it adds to the packages built with it, as conda's would.
  package var runExports: [String] = []
  /// Set while it is there, as the package's activation scripts would.
  package var environment: [String: String] = [:]
  /// Put behind the values of such variables as CXXFLAGS, while something is built with it.
  package var addedFlags: [String: String] = [:]
  /// The same, where it is used.
  package var usersFlags: [String: String] = [:]
  /// Nothing has to be there: it is the system's, or says something to the solver only.
  package var isNothing = false

  /// A program, the same to build with and to run.
  static func tool(_ debian: String...) -> StandIn { StandIn(development: debian, runtime: debian) }

  static func library(
    _ development: [String], _ runtime: [String], exports: String? = nil
  ) -> StandIn {
    StandIn(
      development: development, runtime: runtime, runExports: exports.map { [$0] } ?? [])
  }

  static func pypi(_ name: String) -> StandIn { StandIn(python: name) }

  static let nothing = StandIn(isNothing: true)
}
