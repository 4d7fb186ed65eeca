extension V1 {
  /// One package for one variant, with no condition left in it.
  package struct RenderedOutput: Sendable {
    /// In small letters; `tree` has it as written.
    package let name: String
    package let version: String
    /// Whether `build.skip` says not to build it. Outputs of several are left out instead.
    package let isSkipped: Bool
    package let noarch: Noarch?
    package let buildNumber: UInt64
    package let requirements: Dependencies
    /// The variables that made a difference and what they were: what is hashed.
    package internal(set) var usedVariant: Combination
    /// All that was chosen for this rendering, whether or not it made a difference.
    package let combination: Combination
    /// Seven digits of the used variant's checksum.
    package internal(set) var hash = ""
    /// `py312` and the like, from the used variant.
    package internal(set) var prefix = ""
    package internal(set) var buildString = ""
    /// The rendered recipe in its canonical order.
    package internal(set) var tree: Fields
    /// Names by which build strings may go.
    let context: Fields
    let contextValues: [String: Value]
    let buildStringTemplate: Templated<String>?
    let place: Place
  }
}
