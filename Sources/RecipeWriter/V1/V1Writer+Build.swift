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
      let skips = build.skip.map { YAMLBlock.string(V1Expression.condition($0.value)) }
      entries.append(.init("skip", .sequence(skips.map { .init($0) })))
    }
    if let noarch = build.noarch { entries.append(.init("noarch", .string(noarch.value.rawValue))) }
    if let script = scripts.v1Script(of: output) {
      entries.append(.init("script", .string(script)))
    } else {
      entries += V1Items.list("script", build.commands)
    }
    if !build.entryPoints.isEmpty {
      entries.append(
        .init("python", ["entry_points": .strings(build.entryPoints.map(\.value))]))
    }
    entries += dynamicLinking(build.dynamicLinking)
    entries += variant(build.variant)
    return entries
  }

  /// What variants add is a choice inside the number; the base stays where bots look for it.
  private func numberBlock(_ number: BuildNumber) -> YAMLBlock {
    guard !number.offsets.isEmpty else { return self.number(number.base) }
    let base = recipe.buildNumberIsVariable ? "build_number" : String(number.base)
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
