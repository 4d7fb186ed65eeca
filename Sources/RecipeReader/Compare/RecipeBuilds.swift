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
    return rendering.outputs.filter { !$0.isSkipped }.map {
      ComparableBuild($0, isOne: recipe.hasOutputs, on: platforms)
    }
    .filter { seen.insert($0).inserted }
  }

  package static func v0(
    _ text: String, file: String, files: [RecipeFile], variants: [RecipeFile], platform: Platform
  ) throws(Diagnostic) -> [ComparableBuild] {
    let recipe = V0Recipe(
      text, file: file,
      companions: Dictionary(files.map { ($0.path, $0.text) }) { first, _ in first })
    let configuration = try configuration(variants, V1.Platforms(target: platform))
    let matrix = recipe.matrix(
      of: try V0VariantSpace([V0VariantFile(configuration, on: platform)]), platform: platform)
    if let error = matrix.findings.first(where: { $0.severity == .error }) { throw error }
    // Builds may differ in what their recipe only mentions.
    var seen: Set<ComparableBuild> = []
    return matrix.packages.map { ComparableBuild($0, on: platform) }
      .filter { seen.insert($0).inserted }
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

extension V0VariantFile {
  /// The same variants, whichever format the files had.
  fileprivate init(_ configuration: V1.VariantConfiguration, on platform: Platform) {
    self.init(file: "variants")
    let place = SourceLocation(file: file, line: 1)
    for (key, values) in configuration.values.sorted(by: { $0.key < $1.key })
    where key.normalized != "target_platform" {
      add(
        Entry(
          key: key.normalized, setting: .values(values.map(\.description)), place: place))
    }
    add("target_platform", platform.subdir)
    let groups = (configuration.zipKeys ?? []).map { group in
      group.filter { configuration[$0] != nil }.map(\.normalized)
    }
    zip(groups.filter { $0.count > 1 }.map { ($0, place) }, at: place)
  }
}
