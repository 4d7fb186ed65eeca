import Diagnostics
import RecipeModel

extension V0Lift {
  mutating func build(_ pairs: [V0Node.Pair], of output: inout Output) {
    for (key, group) in grouped(pairs) where !build(key, group, of: &output) {
      for pair in group { output.kept.append(kept(["build"], pair)) }
    }
  }

  /// The pairs by key, in the order in which the keys come up.
  func grouped(_ pairs: [V0Node.Pair]) -> [(key: String, pairs: [V0Node.Pair])] {
    var groups: [(key: String, pairs: [V0Node.Pair])] = []
    for pair in pairs {
      if let index = groups.firstIndex(where: { $0.key == pair.key }) {
        groups[index].pairs.append(pair)
      } else {
        groups.append((pair.key, [pair]))
      }
    }
    return groups
  }

  private mutating func build(
    _ key: String, _ pairs: [V0Node.Pair], of output: inout Output
  ) -> Bool {
    let only = pairs.count == 1 && pairs[0].selector == nil ? pairs[0].value : nil
    switch key {
    case "number":
      guard let number = number(pairs) else { return false }
      output.build.number = number
    case "string":
      guard let texts = merged(pairs), texts.guarded().allSatisfy({ !$0.value.value.isEmpty })
      else { return false }
      output.build.string = texts.map { $0.mapped(V0LiftedText.text) }
    case "skip":
      var conditions: [Located<Condition>] = []
      for pair in pairs {
        guard let selector = pair.selector, pair.value.text?.lowercased() == "true" else {
          return false
        }
        conditions.append(Located(selector.condition, at: place(pair.line)))
      }
      output.build.skip = conditions
    case "noarch":
      guard let kind = only?.text.flatMap(Noarch.init) else { return false }
      output.build.noarch = Located(kind, at: place(pairs[0].line))
    case "script":
      guard let commands = merged(pairs), !commands.isEmpty,
        commands.guarded().allSatisfy({ !$0.value.value.isEmpty })
      else { return false }
      output.build.commands = commands
    case "script_env":
      guard let items = merged(pairs), !items.isEmpty else { return false }
      output.build.environment = items.map { item in item.mapped(Self.variable) }
    case "entry_points":
      guard case .list? = only, let points = only.flatMap(plain), !points.isEmpty else {
        return false
      }
      output.build.entryPoints = points
    case "run_exports":
      guard let exports = only.flatMap(runExports) else { return false }
      output.requirements.runExports = exports
    case "ignore_run_exports":
      guard let names = list(only) else { return false }
      output.requirements.ignoreRunExports.byName = names
    case "ignore_run_exports_from":
      guard let packages = list(only) else { return false }
      output.requirements.ignoreRunExports.fromPackage = specs(packages)
    case "missing_dso_whitelist":
      guard let names = list(only) else { return false }
      output.build.dynamicLinking.missingDSOAllowlist = names
    case "runpath_whitelist":
      guard let names = list(only) else { return false }
      output.build.dynamicLinking.rpathAllowlist = names
    case "rpaths":
      guard let names = list(only) else { return false }
      output.build.dynamicLinking.rpaths = names
    default: return false
    }
    return true
  }

  private static func variable(_ text: String) -> BuildVariable {
    guard let equals = text.firstIndex(of: "=") else { return BuildVariable(text, nil) }
    return BuildVariable(String(text[..<equals]), String(text[text.index(after: equals)...]))
  }

  private func list(_ node: V0Node?) -> [Item<String>]? {
    guard case .list? = node, let items = node.flatMap(texts), !items.isEmpty else { return nil }
    return items
  }

  private func runExports(_ node: V0Node) -> RunExports? {
    var exports = RunExports()
    guard let pairs = node.pairs else {
      guard let items = list(node) else { return nil }
      exports.weak = specs(items)
      return exports
    }
    for pair in pairs {
      guard pair.selector == nil, let items = list(pair.value) else { return nil }
      switch pair.key {
      case "weak": exports.weak = specs(items)
      case "strong": exports.strong = specs(items)
      case "noarch": exports.noarch = specs(items)
      case "weak_constrains": exports.weakConstraints = specs(items)
      case "strong_constrains": exports.strongConstraints = specs(items)
      default: return nil
      }
    }
    return exports
  }

  mutating func requirements(_ pairs: [V0Node.Pair], of output: inout Output) {
    for (key, group) in grouped(pairs) {
      guard let items = merged(group), ["build", "host", "run", "run_constrained"].contains(key)
      else {
        for pair in group { output.kept.append(kept(["requirements"], pair)) }
        continue
      }
      let specs = specs(
        items.filter { item in
          if case .value(let value) = item { !value.value.isEmpty } else { true }
        })
      switch key {
      case "build": output.requirements.build = specs
      case "host": output.requirements.host = specs
      case "run": output.requirements.run = specs
      default: output.requirements.runConstraints = specs
      }
    }
  }
}

extension Item {
  /// Every value through a function.
  func mapped<Other>(_ transform: (Value) -> Other) -> Item<Other> {
    map { $0.map(transform) }
  }
}
