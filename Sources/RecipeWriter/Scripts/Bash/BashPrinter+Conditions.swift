import Diagnostics
import RecipeModel

extension BashPrinter {
  mutating func when(
    _ condition: Condition, _ then: [ScriptStep], _ otherwise: [ScriptStep], depth: Int
  ) {
    let condition = condition.decided(on: context.platforms)
    if condition == .always { return print(then, depth: depth) }
    if condition == .never { return print(otherwise, depth: depth) }
    let test = self.test(condition, depth: depth)
    add("if \(test); then")
    block(then, depth: depth)
    if !otherwise.isEmpty {
      add("else")
      block(otherwise, depth: depth)
    }
    add("fi")
  }

  private mutating func block(_ steps: [ScriptStep], depth: Int) {
    let before = lines.count
    indented { $0.print(steps, depth: depth) }
    if lines.count == before { indented { $0.add(":") } }
  }

  private mutating func test(_ condition: Condition, depth: Int) -> String {
    guard depth < Self.deepest else {
      context.report(.scriptTooDeep(at: context.location))
      return "false"
    }
    switch condition {
    case .platform(let group): return platformTest(group)
    case .crossBuild:
      if context.scope != .build {
        context.report(.crossBuildNotKnown(in: context.scope, at: context.location))
      }
      return "[[ \"${build_platform:-}\" != \"${target_platform:-}\" ]]"
    case .value(let key, let value):
      let variable = context.variantVariable(key)
      let wanted = BashWord.quoted([.literal(context.variantValue(value, of: key))])
      return "[[ \"${\(variable):-None}\" == \(wanted) ]]"
    case .version(let key, let relation, let version):
      functions.insert(.versionTest)
      let variable = context.variantVariable(key)
      let bound = context.versionNumbers(version, of: key).map(String.init).joined(separator: ".")
      return "version_test \"${\(variable):-None}\" '\(relation.rawValue)' \(bound)"
    case .expression(let text), .selector(let text):
      context.report(.expressionInScript(text, at: context.location))
      return "false"
    case .not(let inner): return "! " + grouped(inner, depth: depth + 1)
    case .all(let parts):
      return parts.isEmpty
        ? "true" : parts.map { grouped($0, depth: depth + 1) }.joined(separator: " && ")
    case .any(let parts):
      return parts.isEmpty
        ? "false" : parts.map { grouped($0, depth: depth + 1) }.joined(separator: " || ")
    }
  }

  /// `&&` and `||` bind alike in bash, so each compound part gets braces.
  private mutating func grouped(_ condition: Condition, depth: Int) -> String {
    let test = self.test(condition, depth: depth)
    return switch condition {
    case .all(let parts) where parts.count > 1: "{ \(test); }"
    case .any(let parts) where parts.count > 1: "{ \(test); }"
    case .not: "{ \(test); }"
    default: test
    }
  }

  private func platformTest(_ group: PlatformGroup) -> String {
    if context.scope == .build {
      let pattern =
        switch group {
        case .linux, .osx, .win: "== \(group.rawValue)-*"
        case .unix: "!= win-*"
        case .linux64: "== linux-64"
        case .osx64: "== osx-64"
        case .win64: "== win-64"
        case .aarch64, .arm64, .ppc64le: "== *-\(group.rawValue)"
        case .x86_64: "== *-64"
        }
      return "[[ \"${\(context.platformVariable):-}\" \(pattern) ]]"
    }
    let pattern =
      switch group {
      case .linux: "== Linux*"
      case .osx: "== Darwin*"
      case .win, .win64: "== Windows*"
      case .unix: "!= Windows*"
      case .linux64: "== 'Linux x86_64'"
      case .osx64: "== 'Darwin x86_64'"
      case .aarch64, .arm64, .ppc64le: "== *' \(group.rawValue)'"
      case .x86_64: "== *' x86_64'"
      }
    return "[[ \"$(uname -sm)\" \(pattern) ]]"
  }
}
