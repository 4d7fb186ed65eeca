import RecipeModel
import YAML

extension V0Writer {
  func build(of output: Output) -> [YAMLBlock.Entry] {
    let build = output.build
    let isShared = recipe.hasNamedOutputs && build.number == sharedNumber
    var entries = isShared ? [] : numbers(build.number)
    for text in build.string.guarded() {
      entries.append(
        .init(
          "string", .verbatim(V0Text.text(text.value.value)),
          trivia: items.selector.trivia(text.conditions)))
    }
    if !build.skip.isEmpty {
      let conditions = build.skip.map(\.value)
      entries.append(
        .init(
          "skip", true,
          trivia: items.selector.trivia([
            conditions.dropFirst().reduce(conditions[0]) { $0 || $1 }
          ]).commented(
            Comment(above: build.skip.flatMap { $0.comment?.lines ?? [] }), inV0: true)
        ))
    }
    if let noarch = build.noarch { entries.append(.init("noarch", .string(noarch.value.rawValue))) }
    entries += commands(of: output)
    entries += items.list("script_env", build.environment) { variable in
      .string(variable.value.map { "\(variable.name)=\($0)" } ?? variable.name)
    }
    if !build.entryPoints.isEmpty {
      entries.append(.init("entry_points", .located(build.entryPoints, inV0: true)))
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

  /// One line for each set of conditions that can hold together, so that exactly one counts.
  func numbers(_ number: BuildNumber?) -> [YAMLBlock.Entry] {
    guard let number else { return recipe.hasNamedOutputs ? [] : [.init("number", self.number)] }
    guard !number.offsets.isEmpty else {
      return [.init("number", number.base == baseNumber ? self.number : .int(number.base))]
    }
    if items.selector.needsJinja(number.offsets.map(\.condition)) { return [sum(number)] }
    var lines: [(amount: Int, conditions: [Condition])] = [(0, [])]
    for offset in number.offsets {
      lines = lines.flatMap { line in
        [
          (line.amount + offset.amount, line.conditions + [offset.condition]),
          (line.amount, line.conditions + [!offset.condition]),
        ]
      }
    }
    return lines.filter { Condition.all($0.conditions).isPossible }.map { line in
      .init(
        "number", self.number(number.base, adding: line.amount),
        trivia: items.selector.trivia(line.conditions))
    }
  }

  private func sum(_ number: BuildNumber) -> YAMLBlock.Entry {
    let isVariable = hasBuildNumberVariable && number.base == baseNumber
    let terms = number.offsets.map {
      " + (\($0.amount) if \(items.selector.expression([$0.condition])) else 0)"
    }
    let base = isVariable ? "build_number" : String(number.base)
    return .init("number", .verbatim("{{ \(base)\(terms.joined()) }}"))
  }

  private func number(_ base: Int, adding amount: Int) -> YAMLBlock {
    guard hasBuildNumberVariable, base == baseNumber else { return .int(base + amount) }
    return .verbatim(amount == 0 ? "{{ build_number }}" : "{{ build_number + \(amount) }}")
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
          trivia: items.selector.trivia(priority.conditions))
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
