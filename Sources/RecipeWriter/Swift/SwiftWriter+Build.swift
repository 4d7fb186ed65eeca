import RecipeModel
import YAML

extension SwiftWriter {
  func build(of output: Output) -> [SwiftPart] {
    let build = output.build
    let points = build.entryPoints
    return [
      SwiftPart("build.number", build.number.map { [number($0)] } ?? []),
      SwiftPart(
        "build.string", lines(build.string) { [.call("BuildString", [.init(nil, text($0))])] }),
      SwiftPart(
        "build.skip",
        build.skip.flatMap { skip in
          SwiftCode.comments(skip.comment.map { [$0] } ?? [])
            + [.line("Skip(\(condition(skip.value)))")]
        }),
      SwiftPart(
        "build.noarch", build.noarch.map { [.line("Noarch.\($0.value.rawValue)")] } ?? []),
      SwiftPart("build.script.env", variables(build.environment)),
      SwiftPart(
        "build.script",
        build.commands.isEmpty
          ? [] : [.block("InlineScript", [], lines(build.commands) { [literal(.text($0))] })]),
      SwiftPart(
        "build.python.entry_points",
        points.isEmpty
          ? []
          : comments(points)
            + [.call("EntryPoints", points.map { .init(nil, .text($0.value)) })]),
      SwiftPart("build.dynamic_linking", linking(build.dynamicLinking)),
      SwiftPart("build.variant", variant(build.variant)),
    ]
  }

  /// Those of texts that share a line.
  func comments(_ texts: [Located<String>]) -> [SwiftCode] {
    SwiftCode.comments(texts.compactMap(\.comment))
  }

  private func number(_ number: BuildNumber) -> SwiftCode {
    let base = SwiftCode.Argument(nil, .atom(String(number.base)))
    guard let offset = number.offsets.first else { return .call("BuildNumber", [base]) }
    guard number.offsets.count == 1 else {
      let more = number.offsets.map { ".adding(\($0.amount), when: \(condition($0.condition)))" }
      return .line("BuildNumber(\(number.base))" + more.joined())
    }
    return .call(
      "BuildNumber",
      [
        base, .init("adding", .atom(String(offset.amount))),
        .init("when", .atom(condition(offset.condition))),
      ])
  }

  /// Neighbours share a word.
  private func variables(_ items: [Item<BuildVariable>]) -> [SwiftCode] {
    var code: [SwiftCode] = []
    var plain: [BuildVariable] = []
    func word() -> [SwiftCode] {
      guard !plain.isEmpty else { return [] }
      var arguments: [SwiftCode.Argument] = []
      let set = plain.filter { $0.value != nil }
      if !set.isEmpty {
        arguments.append(
          .init(nil, .map(set.map { (SwiftString($0.name), .text($0.value ?? "")) })))
      }
      let passed = plain.filter { $0.value == nil }.map(\.name)
      if !passed.isEmpty { arguments.append(.init("passing", .texts(passed))) }
      plain = []
      return [.call("ScriptVariables", arguments)]
    }
    for item in items {
      switch item {
      case .value(let variable):
        if let last = plain.last, (last.value == nil) != (variable.value.value == nil) {
          code += word()
        }
        plain.append(variable.value)
      case .when(let condition, let then, let otherwise):
        code += word()
        code.append(choice(condition.value, variables(then), variables(otherwise)))
      }
    }
    return code + word()
  }

  private func linking(_ linking: DynamicLinking) -> [SwiftCode] {
    var arguments: [SwiftCode.Argument] = []
    var code: [SwiftCode] = []
    func add(_ label: String, _ items: [Item<String>]) {
      guard !items.isEmpty else { return }
      if let texts = plain(items) {
        arguments.append(.init(label, .texts(texts)))
      } else {
        code += lines(items) { [.call("DynamicLinking", [.init(label, .texts([$0]))])] }
      }
    }
    add("missing", linking.missingDSOAllowlist)
    add("rpathAllowed", linking.rpathAllowlist)
    add("rpaths", linking.rpaths)
    if let relocation = linking.binaryRelocation {
      arguments.append(.init("relocation", .atom(relocation ? "true" : "false")))
    }
    if let check = linking.overlinking {
      arguments.append(.init("overlinking", .atom(".\(check.rawValue)")))
    }
    if let check = linking.overdepending {
      arguments.append(.init("overdepending", .atom(".\(check.rawValue)")))
    }
    return (arguments.isEmpty ? [] : [.call("DynamicLinking", arguments)]) + code
  }

  private func variant(_ variant: VariantUse) -> [SwiftCode] {
    var code: [SwiftCode] = []
    var arguments: [SwiftCode.Argument] = []
    if !variant.useKeys.isEmpty {
      arguments.append(.init("use", .texts(variant.useKeys.map(\.value.name))))
    }
    if !variant.ignoreKeys.isEmpty {
      arguments.append(.init("ignore", .texts(variant.ignoreKeys.map(\.value.name))))
    }
    if !arguments.isEmpty { code.append(.call("VariantUse", arguments)) }
    return code
      + lines(variant.downPrioritize) {
        [.call("VariantUse", [.init("downPrioritize", .atom(String($0)))])]
      }
  }
}
