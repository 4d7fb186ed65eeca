import RecipeModel
import YAML

extension SwiftWriter {
  func requirements(_ requirements: Requirements) -> [SwiftPart] {
    func part(
      _ path: String, _ name: String, _ items: [Item<Requirement>], _ kind: String? = nil,
      inBuild: Bool = false
    ) -> SwiftPart {
      let arguments = kind.map { [SwiftCode.Argument(nil, .atom(".\($0)"))] } ?? []
      let body = lines(items) { [self.requirement($0, inBuild: inBuild)] }
      return SwiftPart(
        "requirements.\(path)", items.isEmpty ? [] : [.block(name, arguments, body)])
    }
    let exports = requirements.runExports
    return [
      part("build", "BuildRequirements", requirements.build, inBuild: true),
      part("host", "HostRequirements", requirements.host),
      part("run", "RunRequirements", requirements.run),
      part("run_constraints", "RunConstraints", requirements.runConstraints),
      part("run_exports", "RunExports", exports.weak),
      part("run_exports", "RunExports", exports.strong, "strong"),
      part("run_exports", "RunExports", exports.noarch, "noarch"),
      part("run_exports", "RunExports", exports.weakConstraints, "weakConstraints"),
      part("run_exports", "RunExports", exports.strongConstraints, "strongConstraints"),
      SwiftPart("requirements.ignore_run_exports", ignored(requirements.ignoreRunExports)),
    ]
  }

  private func ignored(_ ignored: IgnoreRunExports) -> [SwiftCode] {
    var arguments: [SwiftCode.Argument] = []
    var code: [SwiftCode] = []
    func add<Value>(_ label: String, _ items: [Item<Value>], _ text: @escaping (Value) -> String) {
      guard !items.isEmpty else { return }
      if let values = plain(items) {
        arguments.append(.init(label, .texts(values.map(text))))
      } else {
        code += lines(items) { [.call("IgnoreRunExports", [.init(label, .texts([text($0)]))])] }
      }
    }
    add("byName", ignored.byName) { $0 }
    add("from", ignored.fromPackage, v1Text)
    return (arguments.isEmpty ? [] : [.call("IgnoreRunExports", arguments)]) + code
  }

  private func v1Text(_ requirement: Requirement) -> String {
    if case .string(let text) = RecipeValue(V1Items.requirement(requirement)) { text } else { "" }
  }

  /// What a section has no word for stands there as `recipe.yaml` has it.
  private func requirement(_ requirement: Requirement, inBuild: Bool) -> SwiftCode {
    switch requirement {
    case .package(let spec): return literal(text(spec))
    case .compiler(let language) where inBuild: return .line("Compiler(\(self.language(language)))")
    case .stdlib(let language) where inBuild: return .line("StdLib(\(self.language(language)))")
    case .pinSubpackage(let pin) where !inBuild: return .call("PinSubpackage", arguments(pin))
    case .pinCompatible(let pin) where !inBuild: return .call("PinCompatible", arguments(pin))
    case .compiler, .stdlib, .pinSubpackage, .pinCompatible:
      return literal(.text(v1Text(requirement)))
    }
  }

  /// A literal as a line of its own.
  func literal(_ value: SwiftValue) -> SwiftCode {
    if let line = value.oneLine { return .line(line) }
    return .literal(value)
  }

  private func language(_ name: String) -> String {
    switch name {
    case "c", "cxx", "fortran", "rust": ".\(name)"
    case "go-nocgo": ".goNoCGo"
    case "go-cgo": ".goCGo"
    default: ".named(\(literal(name)))"
    }
  }

  private func arguments(_ pin: PackagePin) -> [SwiftCode.Argument] {
    var arguments = [SwiftCode.Argument(nil, .text(pin.name))]
    if pin.exact { return arguments + [.init("exact", .atom("true"))] }
    if pin.lowerBound != PackagePin.defaultLowerBound {
      arguments.append(.init("lowerBound", pin.lowerBound.map { .text($0) } ?? .atom("nil")))
    }
    if pin.upperBound != PackagePin.defaultUpperBound {
      arguments.append(.init("upperBound", pin.upperBound.map { .text($0) } ?? .atom("nil")))
    }
    return arguments
  }
}
