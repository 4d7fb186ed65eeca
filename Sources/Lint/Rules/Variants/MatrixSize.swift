import Conda
import Diagnostics
import RecipeModel
import Variants

/// A matrix of thousands of builds is a slip: axes multiply.
enum MatrixSize: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let model = recipe.recipe
    guard !recipe.matrix.isWhole else { return [] }
    let axes = recipe.matrix.axes
    let sizes = recipe.matrix.platforms.map { platform in
      (platform, count: model.combinationCount(on: platform, axes: axes))
    }
    guard let largest = sizes.max(by: { $0.count < $1.count }),
      largest.count > Recipe.largestMatrix
    else { return [] }
    let factors = axes.map { axis in
      (axis, count: axis.rows(on: largest.0).count)
    }.filter { $0.count > 1 }.sorted { $0.count > $1.count }
    let declared = model.variants.axes.max {
      $0.rows(on: largest.0).count < $1.rows(on: largest.0).count
    }
    return [
      .matrixTooLarge(
        largest.count, on: largest.0,
        factors: factors.map { "\($0.0.keys[0]) (\($0.count))" },
        at: declared?.location ?? model.name.location)
    ]
  }
}

extension Diagnostic {
  static func matrixTooLarge(
    _ count: Int, on platform: Platform, factors: [String], at place: SourceLocation?
  ) -> Diagnostic {
    let number = count == .max ? "more than can be counted" : String(count)
    let product = factors.joined(separator: " × ")
    return Diagnostic(
      .error, at: place,
      "\(platform) would have \(number) combinations, "
        + "\(Recipe.largestMatrix) are allowed: \(product)",
      remedy: "take values out, or tie axes that go together with Zipped")
  }
}
