package import Conda
package import Diagnostics

/// All that a recipe builds on a platform.
package struct V0Matrix: Sendable {
  /// Each package once for every set of values that it uses.
  package var packages: [V0Package] = []
  /// Whether nothing is built for some variants.
  package var skipsVariants = false
  package var findings: [Diagnostic] = []
}

extension V0Recipe {
  /// Renders the recipe for every variant that it tells apart.
  package func matrix(
    of space: V0VariantSpace, platform: Platform, settings: V0Settings = V0Settings(),
    memory cache: V0RenderMemory = V0RenderMemory()
  ) -> V0Matrix {
    var matrix = V0Matrix()
    var places: [[String]: (index: Int, others: [String: String])] = [:]
    let used = mentionedKeys(among: space.keys)
    var space = space
    let first = rendered(
      for: space.first, platform: platform, settings: settings, memory: cache)
    if !first.packages.isEmpty, first.packages.allSatisfy({ $0.noarch != nil }) {
      space = space.keepingNewest(of: "python") { older, newer in
        guard let a = try? Version(VersionText.first(older)),
          let b = try? Version(VersionText.first(newer))
        else { return false }
        return a < b
      }
    }
    let withPython = space.dimensions.first { $0.keys.contains("python") }?.keys ?? []
    guard let variants = space.variants(using: used) else {
      matrix.findings = [
        .tooManyV0Variants(
          V0VariantSpace.largestMatrix, at: SourceLocation(file: file, line: 1))
      ]
      return matrix
    }
    for variant in variants {
      let rendering = rendered(
        for: variant, platform: platform, settings: settings, memory: cache)
      if rendering.isSkipped { matrix.skipsVariants = true }
      for finding in rendering.findings where !matrix.findings.contains(finding) {
        matrix.findings.append(finding)
      }
      // Of variants that differ in nothing that is used, conda-build keeps one: the last Python.
      let others = variant.values.filter { !withPython.contains($0.key) }
      for package in rendering.packages {
        if let place = places[package.identity] {
          if place.others == others { matrix.packages[place.index] = package }
        } else {
          places[package.identity] = (matrix.packages.count, others)
          matrix.packages.append(package)
        }
      }
    }
    return matrix
  }

  /// The keys that the text or a script names anywhere, on any platform: no others can be used.
  package func mentionedKeys(among keys: [String]) -> Set<String> {
    var used: Set<String> = []
    for selectorsOnly in [false, true] {
      var search = V0UsageSearch(keys, selectorsOnly: selectorsOnly)
      used.formUnion(search.used(in: source.bytes))
    }
    for (name, script) in companions where V0ScriptUsage.isScript(name) {
      used.formUnion(V0ScriptUsage.shell(script, keys))
      used.formUnion(V0ScriptUsage.batch(script, keys))
    }
    // Selectors see Python's version under another name.
    if PythonText.find(Array("py".utf8), in: source.bytes) != nil { used.insert("python") }
    return used
  }
}

extension V0Package {
  /// What tells packages of one recipe apart.
  var identity: [String] {
    [name, version]
      + usedVariant.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
  }
}

private enum VersionText {
  /// `3.12.* *_cpython` → `3.12.*`
  static func first(_ value: String) -> String {
    var text = String(value.prefix { $0 != " " })
    while text.hasSuffix("*") || text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
