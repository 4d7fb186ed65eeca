import Diagnostics
import RecipeModel

/// An axis whose keys nothing in the recipe reads makes no further builds.
enum UnusedAxis: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let used = recipe.recipe.outputs.reduce(into: recipe.recipe.allKeys) {
      $0.formUnion($1.scriptKeys)
    }
    guard !recipe.outputs.isEmpty else { return [] }
    return recipe.recipe.variants.axes.compactMap { axis in
      guard !axis.keys.isEmpty, used.isDisjoint(with: axis.keys) else { return nil }
      return .unusedAxis(axis.keys, at: axis.location ?? recipe.recipe.name.location)
    }
  }
}

extension Diagnostic {
  static func unusedAxis(_ keys: [VariantKey], at place: SourceLocation?) -> Diagnostic {
    let names = keys.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .warning, at: place, "nothing in the recipe depends on \(names)",
      remedy: "leave the axis out, or use it in a requirement, a condition or VariantUse(use:)")
  }
}
