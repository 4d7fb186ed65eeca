import RecipeModel
import YAML

extension V0Writer {
  func build(of output: Output) -> [YAMLBlock.Entry] {
    let build = output.build
    let isShared = recipe.hasNamedOutputs && build.number == sharedNumber
    var entries = isShared ? [] : numbers(build.number)
    entries += strings(of: output, isNumberShared: isShared || build.number == nil)
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

  func scriptFiles(of output: Output) -> [YAMLBlock.Entry] {
    guard output.build.namesScriptFiles else { return [] }
    return output.build.commands.guarded().map { file in
      .init("script", .string(file.value.value), trivia: items.selector.trivia(file.conditions))
    }
  }

  /// One command is no list: conda-build runs it as it is.
  private func commands(of output: Output) -> [YAMLBlock.Entry] {
    var commands = output.build.commands
    guard output.build.script == nil, !commands.isEmpty else { return [] }
    if output.build.namesScriptFiles {
      // Outputs name them beside their build section.
      if recipe.hasNamedOutputs { return [] }
      commands = commands.map { item in
        item.map { file in
          file.map { $0.hasSuffix(".bat") ? "call %RECIPE_DIR%\\\($0)" : "bash $RECIPE_DIR/\($0)" }
        }
      }
    }
    if commands.count == 1, case .value(let command) = commands[0] {
      return [.init("script", .string(command.value))]
    }
    return items.list("script", commands)
  }

  /// To conda-build PKG_BUILDNUM is the recipe's number, in outputs that have another, too: they name theirs.
  private func strings(of output: Output, isNumberShared: Bool) -> [YAMLBlock.Entry] {
    output.build.string.guarded().flatMap { text -> [YAMLBlock.Entry] in
      let isNumbered = text.value.value.references.contains(.buildNumber)
      let numbers =
        recipe.hasNamedOutputs && isNumbered && !isNumberShared
        ? output.build.number.map(choices) ?? [] : [("{{ PKG_BUILDNUM }}", [])]
      return numbers.compactMap { number in
        let conditions = text.conditions + number.conditions
        guard Condition.all(conditions).isPossible else { return nil }
        return .init(
          "string", .verbatim(V0Text.text(text.value.value, buildNumber: number.text)),
          trivia: items.selector.trivia(conditions))
      }
    }
  }

  func numbers(_ number: BuildNumber?) -> [YAMLBlock.Entry] {
    guard let number else {
      return recipe.hasNamedOutputs ? [] : [.init("number", .verbatim(text(baseNumber)))]
    }
    return choices(number).map { choice in
      .init(
        "number", .verbatim(choice.text), trivia: items.selector.trivia(choice.conditions))
    }
  }

  /// One text for each set of conditions that can hold together, so that exactly one counts.
  private func choices(_ number: BuildNumber) -> [(text: String, conditions: [Condition])] {
    if items.selector.needsJinja(number.offsets.map(\.condition)) { return [(sum(number), [])] }
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
      (text(number.base, adding: line.amount), line.conditions)
    }
  }

  private func sum(_ number: BuildNumber) -> String {
    let isVariable = hasBuildNumberVariable && number.base == baseNumber
    let terms = number.offsets.map {
      " + (\($0.amount) if \(items.selector.expression([$0.condition])) else 0)"
    }
    return "{{ \(isVariable ? "build_number" : String(number.base))\(terms.joined()) }}"
  }

  func text(_ base: Int, adding amount: Int = 0) -> String {
    guard hasBuildNumberVariable, base == baseNumber else { return String(base + amount) }
    return amount == 0 ? "{{ build_number }}" : "{{ build_number + \(amount) }}"
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
