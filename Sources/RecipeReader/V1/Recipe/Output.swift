extension V1 {
  /// One entry of `outputs:`.
  enum Output: Sendable {
    case package(PackageOutput)
    case staging(StagingOutput)
  }

  struct PackageOutput: Sendable {
    var name: Templated<String>
    var version: Templated<String>?
    var inherit: Inherit?
    var sources: [Branch<Source>] = []
    var requirements = Requirements()
    var build = Build()
    var about = About()
    var tests: [Branch<PackageTest>] = []
    /// Every variable that it mentions, branches not taken included.
    var mentioned: Set<String> = []
  }

  /// Built once and inherited by packages, no package itself.
  struct StagingOutput: Sendable {
    var name: Templated<String>
    var sources: [Branch<Source>] = []
    var requirements = Requirements()
    var plan = BuildPlan.script(Script())
    var place: Place
  }

  /// The staging output that a package starts from.
  struct Inherit: Sendable {
    let staging: Templated<String>
    let includesRunExports: Bool
  }
}
