import Conda
import Diagnostics

extension V1.Renderer {
  mutating func requirements(
    _ requirements: V1.Requirements
  ) throws(Diagnostic) -> V1.Dependencies {
    if let place = requirements.extrasPlace, !requirements.extras.isEmpty {
      throw .invalidValue(
        of: "requirements.extras", "groups of requirements need the third revision of repodata",
        remedy: "leave them out", at: location(place))
    }
    let exports = requirements.runExports
    var result = V1.Dependencies()
    result.build = try dependencies(requirements.build, .buildRequirements)
    result.host = try dependencies(requirements.host, .hostRequirements)
    result.run = try dependencies(requirements.run, .runRequirements)
    result.runConstraints = try dependencies(requirements.runConstraints, .runConstraints)
    for (kind, list) in [
      ("noarch", exports.noarch), ("strong", exports.strong),
      ("strong_constraints", exports.strongConstraints), ("weak", exports.weak),
      ("weak_constraints", exports.weakConstraints),
    ] where !list.isEmpty {
      result.runExports.append(.init(kind: kind, dependencies: try dependencies(list)))
    }
    result.ignoredByName = try packages(requirements.ignoredByName)
    result.ignoredFromPackage = try packages(requirements.ignoredFromPackage)
    return result
  }

  private mutating func dependencies(
    _ requirements: [V1.Requirement], _ section: V1.RenderMemory.Section
  ) throws(Diagnostic) -> [V1.Dependency] {
    guard !requirements.isEmpty else { return [] }
    return try remembered(section) { try $0.dependencies(requirements) }
  }

  mutating func dependencies(
    _ requirements: [V1.Requirement]
  ) throws(Diagnostic) -> [V1.Dependency] {
    try list(requirements) { renderer, value in
      switch value {
      case .fixed(let spec, _): return .spec(spec)
      case .template(let template, let place):
        let text = try renderer.text(template, place)
        if text.isEmpty { return nil }
        if let known = renderer.memory.dependencies[text] { return known }
        let dependency = try renderer.dependency(text, place)
        renderer.memory.dependencies[text] = dependency
        return dependency
      }
    }
  }

  /// A spec, or a pin in the form in which the pin functions print it.
  private func dependency(_ text: String, _ place: V1.Place) throws(Diagnostic) -> V1.Dependency {
    guard text.utf8.first(where: { !$0.isSpace }) == UInt8(ascii: "{") else {
      return .spec(try V1.Spec(checking: text, "a requirement", at: location(place)))
    }
    guard let pin = V1.PinReader.pin(in: text) else {
      throw .invalidValue(
        of: "a requirement", "'\(text)' is no pin",
        remedy: "let pin_subpackage() or pin_compatible() stand alone", at: location(place))
    }
    return .pin(pin)
  }

  /// Package names; of a spec, such as a compiler's, only the name.
  private mutating func packages(_ texts: V1.Texts) throws(Diagnostic) -> [String] {
    try list(texts) { renderer, value in
      guard case .template(let template, let place) = value else {
        return try renderer.text(value)
      }
      let text = try renderer.text(template, place)
      if text.isEmpty { return nil }
      let spec = try? V1.Spec.parse(text, .rattler, "", at: renderer.location(place))
      if let name = spec?.name?.exact { return name }
      return try V1.TextRule.packageName.canonical(
        text, "requirements.ignore_run_exports", at: renderer.location(place))
    }
  }
}
