import RecipeModel
import YAML

extension V1Writer {
  func build(of output: Output) -> [YAMLBlock.Entry] {
    let build = output.build
    var entries: [YAMLBlock.Entry] = []
    if let number = build.number {
      entries.append(.init("number", numberBlock(number)))
    } else if !recipe.hasNamedOutputs {
      entries.append(.init("number", self.number(baseNumber)))
    }
    if let text = V1Expression.choice(build.string.guarded()) {
      entries.append(.init("string", .string(text)))
    }
    if !build.skip.isEmpty {
      let skips = build.skip.map { skip in skip.map { V1Expression.condition($0) } }
      entries.append(.init("skip", .located(skips)))
    }
    if let noarch = build.noarch { entries.append(.init("noarch", .string(noarch.value.rawValue))) }
    entries += script(of: output)
    if !build.entryPoints.isEmpty {
      entries.append(
        .init("python", ["entry_points": .located(build.entryPoints)]))
    }
    entries += dynamicLinking(build.dynamicLinking)
    entries += variant(build.variant)
    return entries
  }

  private func script(of output: Output) -> [YAMLBlock.Entry] {
    let build = output.build
    let file = scripts.v1Script(of: output)
    let set = build.environment.guarded().filter { $0.value.value.value != nil }
    guard !build.environment.isEmpty else {
      return file.map { [.init("script", .string($0))] } ?? V1Items.list("script", build.commands)
    }
    var entries: [YAMLBlock.Entry] = []
    if !set.isEmpty {
      entries.append(.init("env", .mapping(variables(set))))
    }
    let passed = build.environment.guarded().map(\.value.value).filter { $0.value == nil }
    if !passed.isEmpty { entries.append(.init("secrets", .strings(passed.map(\.name)))) }
    entries +=
      file.map { [.init("file", .string($0))] } ?? V1Items.list("content", build.commands)
    return [.init("script", .mapping(entries))]
  }

  /// A key stands once, so what some builds set is a choice in its value.
  private func variables(_ set: [Guarded<BuildVariable>]) -> [YAMLBlock.Entry] {
    var names: [String] = []
    for name in set.map(\.value.value.name) where !names.contains(name) { names.append(name) }
    return names.map { name in
      var texts = set.filter { $0.value.value.name == name }.map { variable in
        Guarded(
          value: variable.value.map { Text($0.value ?? "") }, conditions: variable.conditions)
      }
      if texts.last?.conditions.isEmpty == false {
        texts.append(Guarded(value: Located(Text("")), conditions: []))
      }
      return .init(YAMLText(name), .string(V1Expression.choice(texts) ?? ""))
    }
  }

  /// What variants add is a choice inside the number; the base stays where bots look for it.
  private func numberBlock(_ number: BuildNumber) -> YAMLBlock {
    guard !number.offsets.isEmpty else { return self.number(number.base) }
    let isVariable = recipe.buildNumberIsVariable && number.base == baseNumber
    let base = isVariable ? "build_number" : String(number.base)
    let terms = number.offsets.map { offset in
      "(\(offset.amount) if \(V1Expression.condition(offset.condition)) else 0)"
    }
    return .string("${{ \(base) + \(terms.joined(separator: " + ")) }}")
  }

  func dynamicLinking(_ linking: DynamicLinking) -> [YAMLBlock.Entry] {
    guard !linking.isEmpty else { return [] }
    var entries =
      V1Items.list("rpaths", linking.rpaths)
    if let relocation = linking.binaryRelocation {
      entries.append(.init("binary_relocation", .bool(relocation)))
    }
    entries += V1Items.list("missing_dso_allowlist", linking.missingDSOAllowlist)
    entries += V1Items.list("rpath_allowlist", linking.rpathAllowlist)
    if let behavior = linking.overdepending {
      entries.append(.init("overdepending_behavior", .string(behavior.rawValue)))
    }
    if let behavior = linking.overlinking {
      entries.append(.init("overlinking_behavior", .string(behavior.rawValue)))
    }
    return [.init("dynamic_linking", .mapping(entries))]
  }

  private func variant(_ variant: VariantUse) -> [YAMLBlock.Entry] {
    guard !variant.isEmpty else { return [] }
    var entries: [YAMLBlock.Entry] = []
    func add(_ key: YAMLText, _ keys: [Located<VariantKey>]) {
      if !keys.isEmpty { entries.append(.init(key, .strings(keys.map(\.value.name)))) }
    }
    add("use_keys", variant.useKeys)
    add("ignore_keys", variant.ignoreKeys)
    let priorities = variant.downPrioritize.guarded()
    if let first = priorities.first {
      let value =
        first.conditions.isEmpty
        ? YAMLBlock.int(first.value.value)
        : .string(
          "${{ \(first.value.value) if \(V1Expression.condition(.all(first.conditions))) else 0 }}")
      entries.append(.init("down_prioritize_variant", value))
    }
    return [.init("variant", .mapping(entries))]
  }
}
