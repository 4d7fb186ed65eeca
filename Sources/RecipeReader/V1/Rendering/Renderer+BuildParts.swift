import Diagnostics

// The sections within `build`.
extension V1.Renderer {
  mutating func python(_ python: V1.PythonBuild) throws(Diagnostic) -> V1.Fields {
    let skipped = try globs(python.skipCompilation, "build.python.skip_pyc_compilation")
    let isIndependent = try flag(
      python.isVersionIndependent, "build.python.version_independent", otherwise: false)
    let usesApp = try flag(
      python.usesAppEntryPoint, "build.python.use_python_app_entrypoint", otherwise: false)
    let points = try list(python.entryPoints) { renderer, value in
      try renderer.text(value, "build.python.entry_points", .entryPoint)
    }
    var fields = V1.Fields()
    fields.add("entry_points", texts: points)
    fields.add("skip_pyc_compilation", texts: skipped)
    fields.add("use_python_app_entrypoint", flag: usesApp)
    fields.add("version_independent", flag: isIndependent)
    fields.add("site_packages_path", try trimmed(python.sitePackagesPath))
    return fields
  }

  mutating func linking(_ linking: V1.DynamicLinking) throws(Diagnostic) -> V1.Fields {
    let section = "build.dynamic_linking"
    let relocation = try boolOrGlobs(
      linking.binaryRelocation, "\(section).binary_relocation", otherwise: true)
    let missing = try globs(linking.missingAllowed, "\(section).missing_dso_allowlist")
    let allowed = try globs(linking.rpathsAllowed, "\(section).rpath_allowlist")
    let overdepending = try behavior(
      linking.overdepending, "\(section).overdepending_behavior")
    let overlinking = try behavior(linking.overlinking, "\(section).overlinking_behavior")
    var fields = V1.Fields()
    fields.add("rpaths", texts: try texts(linking.rpaths))
    if let relocation { fields.add("binary_relocation", relocation) }
    fields.add("missing_dso_allowlist", texts: missing)
    fields.add("rpath_allowlist", texts: allowed)
    fields.add("overdepending_behavior", overdepending)
    fields.add("overlinking_behavior", overlinking)
    return fields
  }

  /// `error`; `ignore` is the default.
  private mutating func behavior(
    _ value: V1.Templated<String>?, _ field: String
  ) throws(Diagnostic) -> String? {
    guard let value else { return nil }
    switch try text(value) {
    case "ignore": return nil
    case "error": return "error"
    case let other:
      throw .invalidValue(
        of: field, "'\(other)' is no behavior", remedy: "write ignore or error",
        at: location(value.place))
    }
  }

  /// Nil for the default.
  private mutating func boolOrGlobs(
    _ value: V1.BoolOrGlobs?, _ field: String, otherwise standard: Bool
  ) throws(Diagnostic) -> V1.Tree? {
    switch value {
    case nil: return nil
    case .globs(let globs)?: return .texts(try self.globs(globs, field))
    case .all(.fixed(let flag, _))?: return flag == standard ? nil : .boolean(flag)
    case .all(.template(let template, let place))?:
      switch try text(template, place) {
      case "true", "True", "yes", "Yes": return standard ? nil : .boolean(true)
      case "false", "False", "no", "No": return standard ? .boolean(false) : nil
      case "" where standard: return nil
      case let other:
        throw .invalidValue(
          of: field, "'\(other)' is neither true nor false", remedy: "let it be true or false",
          at: location(place))
      }
    }
  }

  mutating func prefixDetection(
    _ detection: V1.PrefixDetection
  ) throws(Diagnostic) -> V1.Fields {
    let section = "build.prefix_detection"
    let ignore = try boolOrGlobs(detection.ignore, "\(section).ignore", otherwise: false)
    let ignoresBinary = try flag(
      detection.ignoresBinaryFiles, "\(section).ignore_binary_files", otherwise: false)
    var forced = V1.Fields()
    forced.add("text", texts: try globs(detection.text, "\(section).force_file_type.text"))
    forced.add("binary", texts: try globs(detection.binary, "\(section).force_file_type.binary"))
    var fields = V1.Fields()
    fields.add("force_file_type", forced)
    if let ignore { fields.add("ignore", ignore) }
    fields.add("ignore_binary_files", flag: ignoresBinary)
    return fields
  }

  mutating func postProcess(_ process: V1.PostProcess) throws(Diagnostic) -> V1.Tree? {
    let regex = try text(process.regex)
    if let problem = V1.RegexRule.problem(in: regex) {
      throw .invalidValue(
        of: "build.post_process.regex", "'\(regex)' is no regular expression: \(problem)",
        remedy: "close its brackets and escape what stands for itself",
        at: location(process.regex.place))
    }
    let files = try globs(process.files, "build.post_process.files")
    return .fields(
      V1.Fields([
        ("files", .texts(files)), ("regex", .string(regex)),
        ("replacement", .string(try text(process.replacement))),
      ]))
  }
}
