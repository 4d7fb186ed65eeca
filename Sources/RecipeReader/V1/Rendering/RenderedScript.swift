extension V1 {
  /// A script with its conditions resolved. Templates in its text stay: they are rendered at build time.
  struct RenderedScript: Sendable {
    enum Content: Sendable {
      /// The script file with the usual name.
      case standard
      /// One command that is written without a list around it.
      case text(String)
      /// The same below `content:`.
      case content(String)
      case commands([String])
      case file(String)
    }

    var interpreter: String?
    var environment: [(name: String, value: String)] = []
    var secrets: [String] = []
    var content = Content.standard
    var hasContentField = false
    var directory: String?

    private var hasOnlyContent: Bool {
      interpreter == nil && environment.isEmpty && secrets.isEmpty && directory == nil
    }

    var isStandard: Bool { if case .standard = content { true } else { false } }

    /// Nothing that could be run, except that a directory may be set.
    var runsNothing: Bool {
      isStandard && interpreter == nil && environment.isEmpty && secrets.isEmpty
    }

    /// Nil when nothing was written.
    var tree: Tree? {
      if isStandard, hasOnlyContent { return nil }
      if hasOnlyContent, !hasContentField {
        if case .text(let text) = content { return .string(text) }
        if case .commands(let commands) = content { return .texts(commands) }
      }
      var fields = Fields()
      fields.add("interpreter", interpreter)
      fields.add("env", Fields(environment.map { ($0.name, .string($0.value)) }))
      fields.add("secrets", texts: secrets)
      switch content {
      case .standard: break
      case .text(let text), .content(let text): fields.add("content", text)
      case .commands(let commands): fields.add("content", .texts(commands))
      case .file(let file): fields.add("file", file)
      }
      fields.add("cwd", directory)
      return .fields(fields)
    }
  }
}
