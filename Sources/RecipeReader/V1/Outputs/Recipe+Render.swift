import Conda
package import Diagnostics

extension V1.Recipe {
  /// Everything that the recipe builds with a variant configuration, in the order of building.
  ///
  /// The matrix is over the variables that the recipe uses: those that it mentions, then those that turn
  /// up as bare requirements once it is rendered, until no more turn up.
  package func render(
    _ configuration: V1.VariantConfiguration, for platforms: V1.Platforms,
    permissions: V1.Permissions = .init()
  ) throws(Diagnostic) -> V1.Rendering {
    var rendering = V1.Rendering(self, platforms, permissions)
    try rendering.render(configuration)
    return rendering
  }
}

extension V1 {
  /// The work of rendering a recipe for all of its variants, and what came of it.
  package struct Rendering: Sendable {
    package private(set) var outputs: [RenderedOutput] = []
    /// What a person should know although it could be rendered.
    package private(set) var warnings: [Diagnostic] = []
    private let recipe: Recipe
    private let platforms: Platforms
    private let permissions: Permissions
    private var refused: Set<String> = []

    /// How often variables may turn up that need yet another round.
    private static let roundLimit = 10

    init(_ recipe: Recipe, _ platforms: Platforms, _ permissions: Permissions) {
      self.recipe = recipe
      self.platforms = platforms
      self.permissions = permissions
    }

    mutating func render(_ configuration: VariantConfiguration) throws(Diagnostic) {
      var configuration = configuration
      for (name, platform) in [
        ("target_platform", platforms.target), ("build_platform", platforms.build),
      ] where configuration[name] == nil {
        configuration[VariantKey(name)] = [.string(platform.subdir)]
      }
      let start = Place(line: 1, column: 1).location(in: recipe.file)
      let matrix = VariantMatrix(configuration: configuration, location: start)
      let initial = try matrix.combinations(of: usedKeys(configuration))
      for combination in try expanded(initial, matrix) {
        outputs += try self.outputs(combination)
      }
      // A key without values leaves no combination; the recipe is rendered without any then.
      if initial.isEmpty { outputs = try self.outputs(Combination()) }
      outputs = try OutputOrder(outputs).sorted(in: recipe.file)
      try BuildStrings(file: recipe.file, platforms: platforms).resolve(&outputs)
      warnings = refused.sorted().map { .environmentRead($0, at: start) }
    }

    private mutating func outputs(_ combination: Combination) throws(Diagnostic) -> [RenderedOutput]
    {
      var renderer = try RecipeRenderer(recipe, combination, platforms, permissions)
      let outputs = try renderer.outputs()
      refused.formUnion(renderer.renderer.evaluator.refusedEnvironment)
      return outputs
    }

    private func usedKeys(_ configuration: VariantConfiguration) -> Set<VariantKey> {
      configuration.keys(among: recipe.usedVariables)
        .union(configuration.keys(among: recipe.freeSpecs))
        .union(configuration.keys(among: recipe.useKeys))
        .union(
          configuration.keys(among: ["target_platform", "channel_targets", "channel_sources"])
        )
        .union(configuration.keys(among: platforms.environmentKeys))
    }

    private func expanded(
      _ initial: [Combination], _ matrix: VariantMatrix
    ) throws(Diagnostic) -> [Combination] {
      var complete: [Combination] = []
      var open = initial
      var rounds = 0
      while !open.isEmpty, rounds < Self.roundLimit {
        rounds += 1
        var next: [Combination] = []
        for combination in open {
          var renderer = try RecipeRenderer(recipe, combination, platforms, permissions)
          let keys = matrix.configuration.keys(among: try renderer.freeNames())
            .filter { combination[$0] == nil }
          if keys.isEmpty {
            complete.append(combination)
          } else {
            next += try matrix.expanded(combination, by: keys)
          }
        }
        open = next
      }
      complete += open
      guard complete.count > 1 else { return complete }
      var seen: Set<[UInt8]> = []
      return complete.filter { seen.insert($0.dedupKey).inserted }
    }
  }
}
