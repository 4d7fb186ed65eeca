import RecipeModel
import YAML

extension V1Lift {
  mutating func build(_ pair: YAMLMapping.Pair, into output: inout Output) -> Bool {
    let node = pair.value
    switch pair.name {
    case "number":
      guard let number = recipeNumber(node) else { return false }
      output.build.number = number
    case "string":
      guard let source = string(node), !source.isEmpty else { return false }
      output.build.string = [Item(text(source, isBuildString: true), at: node.location)]
    case "skip":
      guard let skips = strings(node) else { return false }
      output.build.skip = skips.map { $0.map(condition) }
    case "noarch":
      guard let kind = node.scalar.flatMap({ Noarch(rawValue: $0.text) }) else { return false }
      output.build.noarch = Located(kind, at: node.location)
    case "script":
      return script(node, into: &output)
    case "python": return python(node, into: &output)
    case "dynamic_linking": return linking(node, into: &output)
    case "variant": return variantUse(node, into: &output)
    default: return false
    }
    return true
  }

  /// Lines, or a mapping of them and what they find in their environment.
  private mutating func script(_ node: YAMLNode, into output: inout Output) -> Bool {
    var content: YAMLNode? = node
    var variables: [Item<BuildVariable>] = []
    if let mapping = node.mapping {
      guard mapping.pairs.allSatisfy({ ["content", "env", "secrets"].contains($0.name) }) else {
        return false
      }
      content = mapping["content"]
      for pair in mapping["env"]?.mapping?.pairs ?? [] {
        guard let text = scalarText(pair.value), !text.isEmpty else { return false }
        variables.append(Item(BuildVariable(pair.name, text), at: pair.value.location))
      }
      guard let secrets = mapping["secrets"].map({ strings($0) }) ?? [] else { return false }
      variables += secrets.map { .value($0.map { BuildVariable($0, nil) }) }
      if mapping["env"] != nil, mapping["env"]?.mapping == nil { return false }
    }
    if let content {
      guard let commands = texts(content), !commands.isEmpty else { return false }
      output.build.commands = commands
    }
    output.build.environment = variables
    return true
  }

  private mutating func python(_ node: YAMLNode, into output: inout Output) -> Bool {
    guard let mapping = node.mapping else { return false }
    for pair in mapping.pairs {
      if pair.name == "entry_points", pair.value.sequence != nil, let points = strings(pair.value) {
        output.build.entryPoints = points
      } else {
        output.kept.append(kept(["build", "python", pair.name], pair.value))
      }
    }
    return true
  }

  private mutating func linking(_ node: YAMLNode, into output: inout Output) -> Bool {
    guard let mapping = node.mapping else { return false }
    var linking = DynamicLinking()
    for pair in mapping.pairs {
      let texts = pair.value.sequence == nil ? nil : texts(pair.value)
      let word = string(pair.value)
      switch (pair.name, texts, word.flatMap(DynamicLinking.CheckBehavior.init)) {
      case ("missing_dso_allowlist", let texts?, _): linking.missingDSOAllowlist = texts
      case ("rpath_allowlist", let texts?, _): linking.rpathAllowlist = texts
      case ("rpaths", let texts?, _): linking.rpaths = texts
      case ("overlinking_behavior", _, let behavior?): linking.overlinking = behavior
      case ("overdepending_behavior", _, let behavior?): linking.overdepending = behavior
      case ("binary_relocation", _, _):
        switch pair.value.scalar.map({ RecipeValue($0, schema: .core12) }) {
        case .plain("true"): linking.binaryRelocation = true
        case .plain("false"): linking.binaryRelocation = false
        default: return false
        }
      default: return false
      }
    }
    output.build.dynamicLinking = linking
    return true
  }

  private mutating func variantUse(_ node: YAMLNode, into output: inout Output) -> Bool {
    guard let mapping = node.mapping else { return false }
    var use = VariantUse()
    for pair in mapping.pairs {
      switch pair.name {
      case "use_keys", "ignore_keys":
        guard pair.value.sequence != nil, let names = strings(pair.value) else { return false }
        let keys = names.map { $0.map { VariantKey($0) } }
        if pair.name == "use_keys" { use.useKeys = keys } else { use.ignoreKeys = keys }
      case "down_prioritize_variant":
        guard let number = pair.value.scalar.flatMap(integer) else { return false }
        use.downPrioritize = [Item(number, at: pair.value.location)]
      default: return false
      }
    }
    output.build.variant = use
    return true
  }
}
