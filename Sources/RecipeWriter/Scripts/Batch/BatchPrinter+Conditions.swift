import Diagnostics
import RecipeModel

extension BatchPrinter {
  mutating func when(
    _ condition: Condition, _ then: [ScriptStep], _ otherwise: [ScriptStep], depth: Int
  ) {
    let condition = condition.decided(on: context.platforms)
    if condition == .always { return print(then, depth: depth) }
    if condition == .never { return print(otherwise, depth: depth) }
    let flag = tested(condition, depth: depth)
    whileSet(flag) { $0.print(then, depth: depth) }
    guard !otherwise.isEmpty else { return }
    let other = tested(!condition, depth: depth, unless: flag)
    whileSet(other) { $0.print(otherwise, depth: depth) }
  }

  /// A flag that is up where a condition holds, under those around it. What it tests stays the same
  /// throughout the script, so it is tested once.
  private mutating func tested(
    _ condition: Condition, depth: Int, unless opposite: String? = nil
  ) -> String {
    if let flag = tested[self.condition]?[condition] { return flag }
    let tests = opposite.map { ["if not defined \($0) "] } ?? self.tests(condition, depth: depth)
    let flag = newFlag()
    for test in tests { add(test + "set \"\(flag)=1\"") }
    tested[self.condition, default: [:]][condition] = flag
    return flag
  }

  /// Chains of `if`s, one of which must hold.
  private mutating func tests(_ condition: Condition, depth: Int) -> [String] {
    guard depth < Self.deepest else {
      context.report(.scriptTooDeep(at: context.location))
      return []
    }
    switch condition {
    case .any(let parts): return parts.flatMap { tests($0, depth: depth + 1) }
    case .all(let parts):
      return [parts.map { single($0, depth: depth + 1) }.joined()]
    default: return [single(condition, depth: depth)]
    }
  }

  /// One chain of `if`s. What takes several chains gets a flag of its own.
  private mutating func single(_ condition: Condition, depth: Int) -> String {
    switch condition {
    case .platform(let group): return platformTest(group, negated: false)
    case .crossBuild: return crossTest(negated: false)
    case .value(let key, let value): return valueTest(key, value, negated: false)
    case .version(let key, let relation, let version): return versionTest(key, relation, version)
    case .expression(let text), .selector(let text):
      context.report(.expressionInScript(text, at: context.location))
      return "if 1==0 "
    case .not(.platform(let group)): return platformTest(group, negated: true)
    case .not(.crossBuild): return crossTest(negated: true)
    case .not(.value(let key, let value)): return valueTest(key, value, negated: true)
    case .not(let inner): return "if not defined \(flag(inner, depth: depth + 1)) "
    case .all, .any: return "if defined \(flag(condition, depth: depth + 1)) "
    }
  }

  private mutating func flag(_ condition: Condition, depth: Int) -> String {
    let tests = self.tests(condition, depth: depth)
    let flag = newFlag()
    unconditional { printer in
      for test in tests { printer.add(test + "set \"\(flag)=1\"") }
    }
    return flag
  }

  private mutating func valueTest(_ key: VariantKey, _ value: String, negated: Bool) -> String {
    let variable = variantValue(of: key)
    let wanted = context.variantValue(value, of: key)
    // `if` ends its operand at a blank outside of quotes.
    if wanted.containsScalar("\"") {
      context.report(.variantValueQuoted(wanted, at: context.location))
    }
    return test(
      "if \(negated ? "not " : "")\"%\(variable)%\"==", [.literal(wanted)])
  }

  private func platformTest(_ group: PlatformGroup, negated: Bool) -> String {
    let not = negated ? "not " : ""
    return switch (context.scope, group) {
    case (.build, .arm64): "if \(not)\"%\(context.platformVariable)%\"==\"win-arm64\" "
    case (.build, _): "if \(not)\"%\(context.platformVariable)%\"==\"win-64\" "
    case (_, .arm64): "if \(not)\"%PROCESSOR_ARCHITECTURE%\"==\"ARM64\" "
    case (_, _): "if \(not)\"%PROCESSOR_ARCHITECTURE%\"==\"AMD64\" "
    }
  }

  private mutating func crossTest(negated: Bool) -> String {
    if context.scope != .build {
      context.report(.crossBuildNotKnown(in: context.scope, at: context.location))
    }
    return "if \(negated ? "" : "not ")\"%build_platform%\"==\"%target_platform%\" "
  }
}
