import Conda
package import Diagnostics

extension V1.Recipe {
  /// Everything that the recipe builds with a variant configuration, in the order of building.
  ///
  /// The matrix is over the variables that the recipe uses: those that it mentions, then those that turn
  /// up as bare requirements once it is rendered, until no more turn up.
  package func render(
    _ configuration: V1.VariantConfiguration, for platforms: V1.Platforms,
    permissions: V1.Permissions = .init(), usage: V1.UsageRule = .newest
  ) throws(Diagnostic) -> V1.Rendering {
    var rendering = V1.Rendering(self, platforms, permissions, usage)
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
    /// What was left out, and why.
    package private(set) var skips: [Skip] = []
    private let recipe: Recipe
    private let platforms: Platforms
    private let permissions: Permissions
    private let usage: UsageRule
    private var refused: Set<String> = []
    private var memory = RenderMemory()

    /// How often variables may turn up that need yet another round.
    private static let roundLimit = 10

    init(
      _ recipe: Recipe, _ platforms: Platforms, _ permissions: Permissions, _ usage: UsageRule
    ) {
      self.recipe = recipe
      self.platforms = platforms
      self.permissions = permissions
      self.usage = usage
    }

    mutating func render(_ configuration: VariantConfiguration) throws(Diagnostic) {
      var configuration = configuration
      for (name, platform) in [
        ("target_platform", platforms.target), ("build_platform", platforms.build),
      ] {
        configuration.setFallback([.string(platform.subdir)], for: name)
      }
      let start = Place(line: 1, column: 1).location(in: recipe.file)
      let matrix = VariantMatrix(configuration: configuration, location: start)
      let initial = try matrix.combinations(of: usedKeys(configuration))
      try render(initial, matrix)
      // A key without values leaves no combination; the recipe is rendered without any then.
      if initial.isEmpty {
        var renderer = try RecipeRenderer(
          recipe, Combination(), platforms, permissions, usage, RenderMemory())
        try render(&renderer)
      }
      outputs = try OutputOrder(outputs).sorted(in: recipe.file)
      try BuildStrings(file: recipe.file, platforms: platforms).resolve(&outputs)
      warnings = refused.sorted().map { .environmentRead($0, at: start) }
    }

    private mutating func render(_ renderer: inout RecipeRenderer) throws(Diagnostic) {
      outputs += try renderer.outputs()
      skips += renderer.skips
      refused.formUnion(renderer.renderer.evaluator.refusedEnvironment)
    }

    /// Moves it, for a copy would be changed and so copied in full.
    private mutating func takeMemory() -> RenderMemory {
      var taken = RenderMemory()
      swap(&taken, &memory)
      return taken
    }

    private func usedKeys(_ configuration: VariantConfiguration) -> Set<VariantKey> {
      var keys: Set<VariantKey> = []
      configuration.addKeys(among: recipe.usedVariables, to: &keys)
      configuration.addKeys(among: recipe.freeSpecs, to: &keys)
      configuration.addKeys(among: recipe.useKeys, to: &keys)
      configuration.addKeys(among: UsedVariant.always, to: &keys)
      for names in platforms.environmentKeys { configuration.addKeys(among: names, to: &keys) }
      return keys
    }

    /// Renders combinations that need no further key, and puts the keys that they need into the others.
    private mutating func render(
      _ initial: [Combination], _ matrix: VariantMatrix
    ) throws(Diagnostic) {
      var seen: Set<[UInt8]> = []
      var open = initial
      for round in 1...Self.roundLimit where !open.isEmpty {
        var next: [Combination] = []
        memory.begin(open, hasOutputs: recipe.hasOutputs)
        for combination in open {
          var renderer = try RecipeRenderer(
            recipe, combination, platforms, permissions, usage, takeMemory())
          defer { memory = renderer.renderer.memory }
          var keys: Set<VariantKey> = []
          matrix.configuration.addKeys(among: try renderer.freeNames(), to: &keys)
          keys = keys.filter { combination[$0] == nil }
          if keys.isEmpty || round == Self.roundLimit {
            let mayRepeat = initial.count > 1 || round > 1
            guard !mayRepeat || seen.insert(combination.dedupKey).inserted else { continue }
            try render(&renderer)
          } else {
            next += try matrix.expanded(combination, by: keys)
          }
        }
        open = next
      }
    }
  }
}
