extension V1 {
  /// What a recipe may use beyond its own text and the variant configuration.
  package struct Permissions: Sendable {
    /// The environment variables that `env.get` and `env.exists` see; nil when a recipe may not look.
    package var environment: [String: String]?
    /// Whether features behind the engine's `--experimental` flag are on.
    package var isExperimental: Bool

    package init(environment: [String: String]? = nil, isExperimental: Bool = false) {
      self.environment = environment
      self.isExperimental = isExperimental
    }
  }
}
