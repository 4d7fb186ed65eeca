import Diagnostics

/// What conda-build checks and corrects right after it has read the YAML.
extension V0Metadata {
  private static let sectionNames = [
    "package", "source", "build", "requirements", "test", "app", "outputs", "about", "extra",
  ]

  mutating func checkSections() throws(Diagnostic) {
    for name in Self.sectionNames {
      guard let node = root[name] else { continue }
      let mayBeList = name == "source" || name == "outputs"
      switch node.value {
      case _ where !node.isTruthy: root[name] = RenderedNode(.map(RenderedMap()), at: node.place)
      case .map: break
      case .list where mayBeList: break
      default: throw .sectionNotMapping(name, orList: mayBeList, at: location(node.place))
      }
    }
    let pin = section("build")["pin_depends"]
    if let pin, pin.isTruthy, pin.text != "record", pin.text != "strict" {
      throw .badPinDepends(pin.pythonText ?? "", at: location(pin.place))
    }
    try checkLicenseFamily()
    if let noarch = section("build")["noarch"], noarch.isTruthy, noarch.value != .bool(true),
      noarch.text != "python", noarch.text != "generic"
    {
      throw .badNoarch(noarch.pythonText ?? "a list or mapping", at: location(noarch.place))
    }
  }

  private func checkLicenseFamily() throws(Diagnostic) {
    guard let node = section("about")["license_family"] else { return }
    guard let text = node.text, V0LicenseFamily.isKnown(text) else {
      throw .badLicenseFamily(node.pythonText ?? "", at: location(node.place))
    }
  }

  /// Old spellings become new ones, versions become text.
  mutating func clean() throws(Diagnostic) {
    if let source = root["source"] {
      switch source.value {
      case .map(let map): root["source"] = RenderedNode(.map(try cleaned(map)), at: source.place)
      case .list(let items):
        var result: [RenderedNode] = []
        for item in items {
          guard let map = item.map else {
            throw .sectionNotMapping("source", orList: true, at: location(item.place))
          }
          result.append(RenderedNode(.map(try cleaned(map)), at: item.place))
        }
        root["source"] = RenderedNode(.list(result), at: source.place)
      default: break
      }
    }
    for (section, key) in [
      ("package", "version"), ("build", "version"), ("package", "msvc_compiler"),
      ("build", "msvc_compiler"),
    ] {
      guard var map = root[section]?.map, let node = map[key] else { continue }
      map[key] = RenderedNode(.text(node.pythonText ?? ""), at: node.place)
      root[section]?.value = .map(map)
    }
    for (section, key) in [
      ("requirements", "build"), ("requirements", "run"), ("test", "requires"),
    ] {
      for node in Self.elements(of: value(section, key)) where node.map != nil {
        throw .requirementNotText(at: location(node.place))
      }
    }
    if let feature = Self.elements(of: value("build", "features")).first(where: {
      $0.text?.utf8.contains(UInt8(ascii: "-")) ?? false
    }) {
      throw .badFeature(feature.text ?? "", at: location(feature.place))
    }
  }

  /// `git_tag` and `git_branch` are old names of `git_rev`.
  private func cleaned(_ source: RenderedMap) throws(Diagnostic) -> RenderedMap {
    let names = ["git_rev", "git_branch", "git_tag"]
    let present = names.filter { source[$0] != nil }
    if present.isEmpty { return source }
    if present.count > 1 {
      throw .severalRevisions(present, at: location(source[present[1]]?.place))
    }
    var result = source
    for name in ["git_branch", "git_tag"] {
      guard let value = result[name] else { continue }
      if value.isTruthy { result["git_rev"] = value }
      result[name] = nil
    }
    return result
  }
}
