import RecipeModel
import YAML

extension V0Writer {
  func build(of output: Output) -> [YAMLBlock.Entry] {
    let build = output.build
    var entries = numbers(build.number)
    for text in build.string.guarded() {
      entries.append(
        .init(
          "string", .verbatim(V0Text.text(text.value.value)),
          trivia: YAMLTrivia(comment: items.selector.comment(text.conditions))))
    }
    if !build.skip.isEmpty {
      let conditions = build.skip.map(\.value)
      entries.append(
        .init(
          "skip", true,
          trivia: YAMLTrivia(
            comment: items.selector.comment([
              conditions.dropFirst().reduce(conditions[0]) { $0 || $1 }
            ]))
        ))
    }
    if let noarch = build.noarch { entries.append(.init("noarch", .string(noarch.value.rawValue))) }
    entries += commands(of: output)
    if !build.entryPoints.isEmpty {
      entries.append(.init("entry_points", .strings(build.entryPoints.map(\.value))))
    }
    entries += dynamicLinking(build.dynamicLinking)
    entries += variant(build.variant)
    entries += runExports(output.requirements)
    return entries
  }

  /// One command is no list: conda-build runs it as it is.
  private func commands(of output: Output) -> [YAMLBlock.Entry] {
    let commands = output.build.commands
    guard output.build.script == nil, !commands.isEmpty else { return [] }
    if commands.count == 1, case .value(let command) = commands[0] {
      return [.init("script", .string(command.value))]
    }
    return items.list("script", commands)
  }

  private func numbers(_ number: BuildNumber?) -> [YAMLBlock.Entry] {
    guard let number else { return recipe.hasNamedOutputs ? [] : [.init("number", self.number)] }
    guard !number.offsets.isEmpty else { return [.init("number", self.number)] }
    var entries = number.offsets.map { offset in
      YAMLBlock.Entry(
        "number", .verbatim("{{ build_number + \(offset.amount) }}"),
        trivia: YAMLTrivia(comment: items.selector.comment([offset.condition])))
    }
    let others = number.offsets.map { !$0.condition }
    entries.append(
      .init(
        "number", .verbatim("{{ build_number }}"),
        trivia: YAMLTrivia(comment: items.selector.comment(others))))
    return entries
  }

  private func dynamicLinking(_ linking: DynamicLinking) -> [YAMLBlock.Entry] {
    var entries = items.list("rpaths", linking.rpaths)
    if let relocation = linking.binaryRelocation {
      entries.append(.init("binary_relocation", .bool(relocation)))
    }
    entries += items.list("missing_dso_whitelist", linking.missingDSOAllowlist)
    entries += items.list("runpath_whitelist", linking.rpathAllowlist)
    if let behavior = linking.overlinking {
      entries.append(.init("error_overlinking", .bool(behavior == .error)))
    }
    if let behavior = linking.overdepending {
      entries.append(.init("error_overdepending", .bool(behavior == .error)))
    }
    return entries
  }

  private func variant(_ variant: VariantUse) -> [YAMLBlock.Entry] {
    var entries: [YAMLBlock.Entry] = []
    func add(_ key: YAMLText, _ keys: [Located<VariantKey>]) {
      if !keys.isEmpty { entries.append(.init(key, .strings(keys.map(\.value.name)))) }
    }
    add("force_use_keys", variant.useKeys)
    add("force_ignore_keys", variant.ignoreKeys)
    // What v1 calls down-prioritizing is done by features that the package is told to track.
    let tracked = variant.downPrioritize.guarded().flatMap { priority in
      (0..<max(0, priority.value.value)).map { index in
        YAMLBlock.Item(
          .string("\(recipe.name.value)-p-\(index)"),
          trivia: YAMLTrivia(comment: items.selector.comment(priority.conditions)))
      }
    }
    if !tracked.isEmpty { entries.append(.init("track_features", .sequence(tracked))) }
    return entries
  }

  private func runExports(_ requirements: Requirements) -> [YAMLBlock.Entry] {
    let names = ["weak_constraints": "weak_constrains", "strong_constraints": "strong_constrains"]
    let exports = requirements.runExports.sections.flatMap {
      items.list(names[$0.name] ?? $0.name, $0.items)
    }
    return (exports.isEmpty ? [] : [.init("run_exports", .mapping(exports))])
      + items.list("ignore_run_exports", requirements.ignoreRunExports.byName)
      + items.list("ignore_run_exports_from", requirements.ignoreRunExports.fromPackage)
  }
}
