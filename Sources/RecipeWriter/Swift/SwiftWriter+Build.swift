import RecipeModel
import YAML

extension SwiftWriter {
  func build(of output: Output) -> [SwiftCode] {
    let build = output.build
    var code: [SwiftCode] = []
    if let number = build.number { code.append(self.number(number)) }
    code += lines(build.string) { [.call("BuildString", [.init(nil, text($0))])] }
    code += build.skip.map { .line("Skip(\(condition($0.value)))") }
    if let noarch = build.noarch { code.append(.line("Noarch.\(noarch.value.rawValue)")) }
    if !build.commands.isEmpty {
      code.append(.block("InlineScript", [], lines(build.commands) { [literal(.text($0))] }))
    }
    if !build.entryPoints.isEmpty {
      code.append(.call("EntryPoints", build.entryPoints.map { .init(nil, .text($0.value)) }))
    }
    return code + linking(build.dynamicLinking) + variant(build.variant)
  }

  private func number(_ number: BuildNumber) -> SwiftCode {
    let base = SwiftCode.Argument(nil, .atom(String(number.base)))
    guard let offset = number.offsets.first else { return .call("BuildNumber", [base]) }
    return .call(
      "BuildNumber",
      [
        base, .init("adding", .atom(String(offset.amount))),
        .init("when", .atom(condition(offset.condition))),
      ])
  }

  private func linking(_ linking: DynamicLinking) -> [SwiftCode] {
    guard !linking.isEmpty else { return [] }
    guard let missing = plain(linking.missingDSOAllowlist),
      let allowed = plain(linking.rpathAllowlist), let rpaths = plain(linking.rpaths)
    else {
      return v1.dynamicLinking(linking).map {
        Self.verbatim(["build", $0.key.text], RecipeValue($0.value))
      }
    }
    var arguments: [SwiftCode.Argument] = []
    if !missing.isEmpty { arguments.append(.init("missing", .texts(missing))) }
    if !allowed.isEmpty { arguments.append(.init("rpathAllowed", .texts(allowed))) }
    if !rpaths.isEmpty { arguments.append(.init("rpaths", .texts(rpaths))) }
    if let relocation = linking.binaryRelocation {
      arguments.append(.init("relocation", .atom(relocation ? "true" : "false")))
    }
    if let check = linking.overlinking {
      arguments.append(.init("overlinking", .atom(".\(check.rawValue)")))
    }
    if let check = linking.overdepending {
      arguments.append(.init("overdepending", .atom(".\(check.rawValue)")))
    }
    return [.call("DynamicLinking", arguments)]
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
