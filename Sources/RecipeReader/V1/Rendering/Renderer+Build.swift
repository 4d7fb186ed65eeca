import Diagnostics

extension V1.Renderer {
  /// A build section once it is rendered: what is left at its default is no field.
  struct Build: Sendable {
    var number: UInt64?
    var string: V1.Templated<String>?
    var plan: Plan
    var noarch: V1.Noarch?
    var skip: V1.SkipReason?
    var useKeys: [String]
    var ignoreKeys: [String]
    /// Everything else.
    var fields: V1.Fields
  }

  static let buildFields = [
    "python", "always_copy_files", "always_include_files", "merge_build_and_host_envs", "files",
    "dynamic_linking", "variant", "prefix_detection", "post_process",
  ]

  mutating func build(_ build: V1.Build) throws(Diagnostic) -> Build {
    if let string = build.string { note(template: string) }
    let plan = try remembered(.plan) { try $0.plan(build.plan) }
    let noarch = try noarch(build.noarch)
    let skip = try skipReason(among: build.skip)
    try refuseFlags(build.flags)
    var fields = V1.Fields()
    fields.add("python", try python(build.python))
    fields.add(
      "always_copy_files", texts: try globs(build.alwaysCopyFiles, "build.always_copy_files"))
    fields.add(
      "always_include_files",
      texts: try globs(build.alwaysIncludeFiles, "build.always_include_files"))
    if let files = try globs(build.files, "build.files") { fields.add("files", files) }
    fields.add("dynamic_linking", try linking(build.linking))
    let useKeys = try texts(build.variant.useKeys)
    let ignoreKeys = try texts(build.variant.ignoreKeys)
    var variant = V1.Fields()
    variant.add("use_keys", texts: useKeys)
    variant.add("ignore_keys", texts: ignoreKeys)
    if let priority = try priority(build.variant.downPriority) {
      variant.add("down_prioritize_variant", .integer(priority))
    }
    fields.add("variant", variant)
    fields.add("prefix_detection", try prefixDetection(build.prefixDetection))
    let steps = try list(build.postProcess) { try $0.postProcess($1) }
    if !steps.isEmpty { fields.add("post_process", .list(steps)) }
    var number: UInt64?
    if let value = build.number { number = try self.number(value, "build.number", ofNothing: 0) }
    let merges = try flag(
      build.mergesEnvironments, "build.merge_build_and_host_envs", otherwise: false)
    fields.add("merge_build_and_host_envs", flag: merges)
    return Build(
      number: number, string: build.string, plan: plan, noarch: noarch, skip: skip,
      useKeys: useKeys, ignoreKeys: ignoreKeys, fields: fields)
  }

  /// Counts all that a template mentions as used, without rendering it.
  mutating func note(template value: V1.Templated<String>) {
    if case .template(let template, _) = value { evaluator.note(accesses: template.variables) }
  }

  private mutating func noarch(
    _ value: V1.Templated<String>?
  ) throws(Diagnostic) -> V1.Noarch? {
    guard let value else { return nil }
    let text = try text(value)
    let word = text.trimmed
    guard V1.Noarch.isKnown(word) else {
      throw .invalidValue(
        of: "build.noarch", "'\(text)' is no kind of noarch package",
        remedy: "let it be python, generic or nothing", at: location(value.place))
    }
    return V1.Noarch(rawValue: word)
  }

  /// Nothing means no priority; a number behind a condition may thus drop out.
  private mutating func priority(
    _ value: V1.Templated<Int32>?
  ) throws(Diagnostic) -> Int? {
    switch value {
    case nil: return nil
    case .fixed(let number, _)?: return Int(number)
    case .template(let template, let place)?:
      let text = try text(template, place)
      let word = text.trimmed
      if word.isEmpty { return nil }
      guard let number = Int32(word) else {
        throw .invalidValue(
          of: "build.variant.down_prioritize_variant", "'\(word)' is not a whole number",
          remedy: "let it be one like 1", at: location(place))
      }
      return Int(number)
    }
  }

  /// The first of the conditions that holds. One that has no value does not count.
  mutating func skipReason(
    among conditions: [V1.Branch<V1.SkipCondition>]
  ) throws(Diagnostic) -> V1.SkipReason? {
    let reasons = try list(conditions) { (renderer, condition) -> V1.SkipReason? in
      switch condition {
      case .expression(let expression, let source, let place):
        guard let expression, renderer.isTrue(expression) else { return nil }
        return V1.SkipReason(source: source, place: place)
      case .template(let template, let place):
        let text = try renderer.text(template, place)
        guard !text.isEmpty, let expression = try? V1.ExpressionParser.parse(text) else {
          return nil
        }
        // Only the template's own variables count as used.
        let accessed = renderer.evaluator.accessed
        defer { renderer.evaluator.restore(accesses: accessed) }
        return renderer.isTrue(expression)
          ? V1.SkipReason(source: template.source, place: place) : nil
      }
    }
    return reasons.first
  }

  private mutating func isTrue(_ expression: V1.Expression) -> Bool {
    do throws(V1.ExpressionError) {
      return try evaluator.value(of: expression).isTrue
    } catch {
      return false
    }
  }

  private mutating func refuseFlags(_ flags: V1.Texts) throws(Diagnostic) {
    let texts = try list(flags) { renderer, value in
      let text = try renderer.text(value)
      return text.isEmpty ? nil : value.place
    }
    guard let place = texts.first else { return }
    throw .invalidValue(
      of: "build.flags", "package flags need the third revision of repodata",
      remedy: "leave them out", at: location(place))
  }
}
