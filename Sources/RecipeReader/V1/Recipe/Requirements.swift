extension V1 {
  typealias Requirement = Branch<Templated<Spec>>

  /// The `requirements` section.
  struct Requirements: Sendable {
    var build: [Requirement] = []
    var host: [Requirement] = []
    var run: [Requirement] = []
    var runConstraints: [Requirement] = []
    var extras: [(name: String, requirements: [Requirement])] = []
    var extrasPlace: Place?
    var runExports = RunExports()
    /// Package names, fixed ones already reduced to the name.
    var ignoredByName: Texts = []
    var ignoredFromPackage: Texts = []
  }

  struct RunExports: Sendable {
    var noarch: [Requirement] = []
    var strong: [Requirement] = []
    var strongConstraints: [Requirement] = []
    var weak: [Requirement] = []
    var weakConstraints: [Requirement] = []
  }
}
