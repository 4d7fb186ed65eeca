import Conda
import RecipeModel
import Variants

/// Every build of a recipe on every platform, and which of them a condition chooses.
struct BuildMatrix: Sendable {
  let platforms: [Platform]
  /// The recipe's and the pinning's.
  let axes: [VariantAxis]
  let contexts: [VariantContext]
  /// No platform was left out for having too many.
  let isWhole: Bool
  /// Answers for the conditions' leaves, since many conditions share them.
  private var answers: [Condition: BuildSet] = [:]

  init(_ recipe: Recipe, knowing conditions: [Condition]) {
    let axes = recipe.completedVariants().axes
    let platforms = Self.platforms(of: recipe)
    self.axes = axes
    self.platforms = platforms
    contexts = platforms.flatMap { recipe.contexts(on: $0, axes: axes) }
    isWhole = platforms.allSatisfy {
      recipe.combinationCount(on: $0, axes: axes) <= Recipe.largestMatrix
    }
    for condition in conditions { learn(condition) }
  }

  /// The usual platforms, and those that the recipe asks conda-forge for.
  private static func platforms(of recipe: Recipe) -> [Platform] {
    let asked = Set(recipe.forge.buildPlatforms.keys).union(recipe.forge.providers.keys)
    return Platform.usual + asked.subtracting(Platform.usual).sorted()
  }

  var none: BuildSet { BuildSet(count: contexts.count) }
  var all: BuildSet { BuildSet(count: contexts.count, all: true) }

  func builds(where condition: Condition) -> BuildSet {
    switch condition {
    case .not(let inner): all - builds(where: inner)
    case .all(let parts): builds(where: parts)
    case .any(let parts): parts.reduce(none) { $0 | builds(where: $1) }
    case .platform, .crossBuild, .value, .version, .expression, .selector:
      answers[condition] ?? asked(condition)
    }
  }

  /// The builds where all of the conditions hold.
  func builds(where conditions: [Condition]) -> BuildSet {
    conditions.reduce(all) { $0 & builds(where: $1) }
  }

  func contexts(in builds: BuildSet) -> [VariantContext] {
    builds.indices.map { contexts[$0] }
  }

  func firstContext(in builds: BuildSet) -> VariantContext? { builds.first.map { contexts[$0] } }

  private mutating func learn(_ condition: Condition) {
    for leaf in condition.leaves where answers[leaf] == nil { answers[leaf] = asked(leaf) }
  }

  private func asked(_ condition: Condition) -> BuildSet {
    BuildSet(count: contexts.count) { condition.holds(in: contexts[$0]) }
  }
}

extension Condition {
  /// What it is made of, without `not`, `all` and `any`.
  var leaves: [Condition] {
    switch self {
    case .platform, .crossBuild, .value, .version, .expression, .selector: [self]
    case .not(let inner): inner.leaves
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    }
  }
}
