extension V1 {
  /// How a package is built: one script or, experimentally, steps.
  enum BuildPlan: Sendable {
    case script(Script)
    case steps([Step], Place)
  }

  /// A script with its surroundings. All empty means: the script file with the usual name.
  struct Script: Sendable {
    var interpreter: Templated<String>?
    var environment: [(name: String, value: Templated<String>)] = []
    var secrets: [String] = []
    var content: Texts?
    /// Whether the text stood below `content:` rather than directly below `script:`.
    var hasContentField = false
    var file: Templated<String>?
    var directory: Templated<String>?

    var isDefault: Bool {
      content == nil && file == nil && interpreter == nil && directory == nil
        && environment.isEmpty && secrets.isEmpty
    }
  }

  struct Step: Sendable {
    var run: Texts
    var condition: Condition?
    var interpreter: Templated<String>?
    var environment: [(name: String, value: Templated<String>)] = []
    var directory: Templated<String>?
    /// All that the step mentions.
    var variables: [String] = []
  }
}
