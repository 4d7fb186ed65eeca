import Diagnostics

extension V1.Renderer {
  static let aboutFields = [
    "homepage", "repository", "documentation", "license", "license_file", "license_family",
    "summary", "description",
  ]

  mutating func about(_ about: V1.About) throws(Diagnostic) -> V1.Fields {
    var fields = V1.Fields()
    for (name, value) in [
      ("homepage", about.homepage), ("repository", about.repository),
      ("documentation", about.documentation),
    ] {
      if let value { fields.add(name, try text(value, "about.\(name)", .url)) }
    }
    if let license = about.license {
      fields.add("license", try text(license, "about.license", .license))
    }
    if let files = about.licenseFile {
      fields.add("license_file", .texts(try licenseFiles(files)))
    }
    fields.add("license_family", try trimmed(about.licenseFamily))
    fields.add("summary", try trimmed(about.summary))
    fields.add("description", try trimmed(about.description))
    return fields
  }

  /// Directories that exist only during the build stay in place as `${{ PREFIX }}`.
  private static let licenseDirectories = [
    "PREFIX", "BUILD_PREFIX", "SRC_DIR", "RECIPE_DIR", "BUILD_DIR",
  ]
  private static let patchDirectories = ["SRC_DIR", "RECIPE_DIR", "BUILD_DIR"]

  private mutating func licenseFiles(_ files: V1.Texts) throws(Diagnostic) -> [String] {
    try lateBound(files, Self.licenseDirectories) { renderer, text, place in
      let isLate =
        text.utf8.contains(UInt8(ascii: "{"))
        && Self.licenseDirectories.contains { text.utf8.contains("${{ \($0) }}") }
      guard !isLate, let problem = V1.GlobRule.problem(in: text) else { return }
      throw Diagnostic.invalidValue(
        of: "about.license_file", "the pattern '\(text)' can't be matched: \(problem)",
        remedy: "close its brackets", at: renderer.location(place))
    }
  }

  mutating func patches(_ patches: V1.Texts) throws(Diagnostic) -> [String] {
    try lateBound(patches, Self.patchDirectories) { _, _, _ in }
  }

  private mutating func lateBound(
    _ texts: V1.Texts, _ directories: [String],
    _ check: (inout Self, String, V1.Place) throws -> Void
  ) throws(Diagnostic) -> [String] {
    try list(texts) { renderer, value in
      var text: String
      switch value {
      case .fixed(let fixed, _): text = fixed
      case .template(let template, let place):
        let accessed = renderer.evaluator.accessed
        for name in directories where renderer.evaluator.scope[name] == nil {
          renderer.evaluator.scope.local[name] = .string("${{ \(name) }}")
        }
        defer { renderer.evaluator.scope.local = [:] }
        text = try renderer.text(template, place)
        let used = renderer.evaluator.accessed.filter { !directories.contains($0) }
        renderer.evaluator.restore(accesses: accessed.union(used))
      }
      if text.isEmpty { return nil }
      try check(&renderer, text, value.place)
      return text
    }
  }
}
