import Conda
import Diagnostics
import RecipeModel

/// A condition that no build fulfils, or that all do, is left over from an earlier state of the recipe.
///
/// Values that are conda-forge's to decide count as the recipe lists them and as the pinning has them. Skips
/// and conditions that only such values decide are guards against what the pinning may bring. Lines from another
/// file are shared with other recipes, where the condition may matter.
enum DeadCondition: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    // Where some builds are left out, none of this can be said.
    guard recipe.matrix.isWhole else { return [] }
    return recipe.outputs.flatMap { output in
      output.conditions.compactMap { placed -> Diagnostic? in
        guard isWrittenHere(placed, in: output), isSound(placed.condition, in: recipe) else {
          return nil
        }
        guard let holds = recipe.verdict(on: placed, of: output) else { return nil }
        if placed.kind == .skip, holds || dependsOnPinning(placed.condition, in: recipe) {
          return nil
        }
        // `otherwise` asks for the opposite at the same place.
        guard case .not = placed.condition else {
          return .deadCondition(holds: holds, at: placed.location)
        }
        return .deadCondition(holds: !holds, at: placed.location)
      }
    }
  }

  private static func isWrittenHere(_ placed: PlacedCondition, in output: CheckedOutput) -> Bool {
    // What a CUDA declaration stands for covers platforms that a recipe may not have.
    if let cuda = output.output.cuda, placed.location == cuda.location { return false }
    if placed.isDerived || placed.kind == .number && output.output.cuda != nil { return false }
    return placed.location == nil || placed.location?.file == output.location?.file
  }

  /// Other rules say more of unknown keys, values and versions.
  private static func isSound(_ condition: Condition, in recipe: CheckedRecipe) -> Bool {
    condition.leaves.allSatisfy { leaf in
      if case .version(_, _, let text) = leaf, VersionTexts.error(in: text) != nil { return false }
      return leaf.keys.isSubset(of: recipe.knownKeys) && recipe.missingValue(in: leaf) == nil
    }
  }

  private static func dependsOnPinning(_ condition: Condition, in recipe: CheckedRecipe) -> Bool {
    let own = recipe.recipe.variants.axes.filter { $0.origin == .recipe }.flatMap(\.keys)
    return !condition.keys.isSubset(of: own)
  }
}

extension CheckedRecipe {
  /// Whether the condition holds in every build, or in none, of those where it is asked; nil where both happen.
  fileprivate func verdict(on placed: PlacedCondition, of output: CheckedOutput) -> Bool? {
    var holds = false
    var fails = false
    for matrix in [matrix, pinned].compactMap({ $0 }) {
      // Of a skip the other skips are no matter.
      let skips = placed.kind == .skip ? [] : output.output.build.skip.map(\.value)
      let asked = skips.reduce(matrix.builds(where: placed.outer)) {
        $0 - matrix.builds(where: $1)
      }
      let chosen = matrix.builds(where: placed.condition)
      holds = holds || asked.intersects(chosen)
      fails = fails || !(asked - chosen).isEmpty
    }
    return holds == fails ? nil : holds
  }
}

extension Diagnostic {
  static func deadCondition(holds: Bool, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      holds ? "this condition holds in every build" : "this condition holds in no build",
      remedy: holds
        ? "leave the condition out, and keep what stands under it"
        : "leave it out with what stands under it, or correct it")
  }
}
