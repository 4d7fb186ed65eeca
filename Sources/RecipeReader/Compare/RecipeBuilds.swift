package import Conda
package import Diagnostics
package import RecipeModel

/// Everything that a recipe of either format builds on one platform.
package enum RecipeBuilds {
  package static func v1(
    _ text: String, file: String, variants: [RecipeFile], platform: Platform
  ) throws(Diagnostic) -> [ComparableBuild] {
    let (recipe, findings) = V1.Recipe.read(text, file: file)
    guard let recipe else { throw findings.sorted.first ?? .noRecipe(at: start(of: file)) }
    let platforms = V1.Platforms(target: platform)
    let rendering = try recipe.render(
      try configuration(variants, platforms), for: platforms)
    // Outputs that differ in nothing come once for each variant.
    var seen: Set<ComparableBuild> = []
    return rendering.outputs.filter { !$0.isSkipped }.map(ComparableBuild.init)
      .filter { seen.insert($0).inserted }
  }

  /// Which keys a recipe uses shows only once it is rendered: it is rendered until no more turn up.
  package static func v0(
    _ text: String, file: String, files: [RecipeFile], variants: [RecipeFile], platform: Platform
  ) throws(Diagnostic) -> [ComparableBuild] {
    let recipe = V0Recipe(
      text, file: file,
      companions: Dictionary(files.map { ($0.path, $0.text) }) { first, _ in first })
    let configuration = try configuration(variants, V1.Platforms(target: platform))
    let matrix = V1.VariantMatrix(configuration: configuration, location: start(of: file))
    var base: [String: String] = ["target_platform": platform.subdir]
    for (key, values) in configuration.values {
      if let first = values.first { base[key.spelling] = first.description }
    }
    var used: Set<V1.VariantKey> = []
    var builds: [ComparableBuild] = []
    for _ in 0..<4 {
      builds = []
      var found: Set<V1.VariantKey> = []
      for combination in try matrix.combinations(of: used) {
        var values = base
        for (key, value) in combination.entries { values[key.spelling] = value.description }
        let rendering = recipe.rendered(for: V0Variant(values), platform: platform)
        if let error = rendering.findings.first(where: { $0.severity == .error }) { throw error }
        for package in rendering.packages {
          let build = ComparableBuild(package)
          if !builds.contains(build) { builds.append(build) }
          configuration.addKeys(among: package.usedVariant.keys, to: &found)
        }
      }
      if found.isSubset(of: used) { break }
      used.formUnion(found)
    }
    return builds
  }

  private static func configuration(
    _ files: [RecipeFile], _ platforms: V1.Platforms
  ) throws(Diagnostic) -> V1.VariantConfiguration {
    var configuration = V1.VariantConfiguration()
    for file in files {
      configuration.merge(try V1.VariantFile(file.path, for: platforms).read(file.text))
    }
    return configuration
  }

  private static func start(of file: String) -> SourceLocation {
    SourceLocation(file: file, line: 1)
  }
}
