import Conda
import Diagnostics
import RecipeModel

/// A condition that no build fulfils, or that all do, is left over from an earlier state of the
/// recipe.
///
/// Values that are conda-forge's to decide count as the recipe lists them and as the pinning has
/// them. Skips and conditions that only such values decide are guards against what the pinning may
/// bring. Lines from another file are shared with other recipes, where the condition may matter.
enum DeadCondition: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    // Where some builds are left out, none of this can be said.
    guard recipe.matrix.isWhole else { return [] }
    let suspects = recipe.outputs.flatMap { output in
      output.conditions.filter { placed in
        isWrittenHere(placed, in: output) && isSound(placed.condition, in: recipe)
          && !isGuard(placed, in: recipe)
          && recipe.matrix.answersAlike(placed, skips: output.output.build.skip)
      }.map { ($0, output.output.build.skip) }
    }
    // Few recipes get here, and the second matrix is worth some work.
    let pinned = suspects.isEmpty ? nil : recipe.matrixOfThePinning()
    return suspects.compactMap { placed, skips in
      if let pinned, !pinned.agrees(with: recipe.matrix, on: placed, skips: skips) { return nil }
      return .deadCondition(at: placed.location)
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
      switch leaf {
      case .expression, .selector: return false
      default: break
      }
      if case .version(_, _, let text) = leaf, VersionTexts.error(in: text) != nil { return false }
      return leaf.keys.isSubset(of: recipe.knownKeys) && recipe.missingValue(in: leaf) == nil
    }
  }

  /// A skip that the pinning decides, or one of all builds, of which another rule knows more.
  private static func isGuard(_ placed: PlacedCondition, in recipe: CheckedRecipe) -> Bool {
    guard placed.kind == .skip else { return false }
    let own = recipe.recipe.variants.axes.filter { $0.origin == .recipe }.flatMap(\.keys)
    let always = recipe.matrix.builds(where: placed.condition).isAll
    return always || !placed.condition.keys.isSubset(of: own)
  }
}

extension BuildMatrix {
  /// Whether the condition holds in all, or in none, of the builds where it is asked.
  fileprivate func answersAlike(_ placed: PlacedCondition, skips: [Located<Condition>]) -> Bool {
    let (holds, fails) = answers(to: placed, skips: skips)
    return holds != fails
  }

  /// Whether no build here makes a difference to the other matrix, where all answer alike.
  fileprivate func agrees(
    with other: BuildMatrix, on placed: PlacedCondition, skips: [Located<Condition>]
  ) -> Bool {
    let here = answers(to: placed, skips: skips)
    let there = other.answers(to: placed, skips: skips)
    return there.holds ? !here.fails : !here.holds
  }

  private func answers(
    to placed: PlacedCondition, skips: [Located<Condition>]
  ) -> (holds: Bool, fails: Bool) {
    var asked = builds(where: placed.outer)
    // Of a skip the other skips are no matter.
    for skip in skips where placed.kind != .skip { asked = asked - builds(where: skip.value) }
    let chosen = builds(where: placed.condition)
    return (asked.intersects(chosen), !(asked - chosen).isEmpty)
  }
}

extension Diagnostic {
  static func deadCondition(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "every build answers this condition alike",
      remedy: "leave it out, with the lines that never count, or correct it")
  }
}
