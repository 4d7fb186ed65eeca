/// How conda-build completes the specs under `requirements`.
enum V0Specs {
  /// Requirements as a mapping by environment; a plain list means host and run.
  static func expanded(_ node: RenderedNode?) -> RenderedMap {
    guard let node else { return RenderedMap() }
    if var map = node.map {
      for entry in map.entries {
        map[entry.key] = RenderedNode(
          .list(V0Metadata.elements(of: entry.value)), at: entry.value.place)
      }
      return map
    }
    let specs = V0Metadata.elements(of: node)
    var map = RenderedMap()
    if specs.isEmpty { return map }
    map["host"] = RenderedNode(.list(specs), at: node.place)
    map["run"] = RenderedNode(.list(specs), at: node.place)
    return map
  }

  static func firstWord(_ spec: String) -> String {
    String(spec.drop(while: isSpace).prefix { !isSpace($0) })
  }

  static func words(_ spec: String) -> [Substring] { spec.split(whereSeparator: isSpace) }

  private static func isSpace(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy(PythonText.isSpace)
  }

  /// `name 1.2` → `name 1.2.*`, when it is that simple (`ensure_valid_spec`).
  static func valid(_ spec: String) -> String {
    let parts = words(spec)
    guard parts.count == 2, spec.first.map(isSpace) == false, spec.last.map(isSpace) == false,
      parts.allSatisfy({ $0.unicodeScalars.allSatisfy(isPlain) })
    else { return spec }
    if parts[1] == "x.x", parts[0] == "python" || parts[0] == "numpy" {
      return "\(parts[0]) \(parts[1])"
    }
    return "\(parts[0]) \(parts[1]).*"
  }

  /// `\w`, `.`, `-` or `_`.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "-" || isWord(scalar)
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Bare names that are keys of the variant get its value (`insert_variant_versions`).
  ///
  /// In `run` only those count that build or host still name bare.
  static func insertVersions(
    of variant: V0Variant, into requirements: inout RenderedMap, _ kind: String
  ) {
    guard let node = requirements[kind] else { return }
    var specs = V0Metadata.elements(of: node)
    let building = ["build", "host"].flatMap {
      V0Metadata.elements(of: requirements[$0]).compactMap(\.text)
    }
    for index in specs.indices {
      guard let spec = specs[index].text else { continue }
      let parts = words(spec)
      if parts.count == 1, spec.first.map(isSpace) == false {
        let name = String(parts[0])
        let key = String(name.map { $0 == "-" ? "_" : $0 })
        guard kind != "run" || building.contains(name) else { continue }
        guard let value = variant[key] ?? variant.lists[key]?.first else { continue }
        specs[index].value = .text(valid("\(name) \(value)"))
      } else if parts.count >= 2, parts[1].hasPrefix("x.x"), let value = variant[String(parts[0])] {
        specs[index].value = .text(valid("\(parts[0]) \(value)"))
      }
    }
    if !specs.isEmpty { requirements[kind] = RenderedNode(.list(specs), at: node.place) }
  }
}
