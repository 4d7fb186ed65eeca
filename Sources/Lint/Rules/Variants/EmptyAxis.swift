import Conda
import Diagnostics
import RecipeModel

/// An axis without values, or with none on any platform that is built for.
enum EmptyAxis: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let platforms = recipe.matrix.platforms
    return recipe.recipe.variants.axes.compactMap { axis in
      let isReached = platforms.contains { !axis.rows(on: $0).isEmpty }
      return isReached && !axis.keys.isEmpty
        ? nil : .emptyAxis(axis.keys, at: axis.location ?? recipe.recipe.name.location)
    }
  }
}

extension Diagnostic {
  static func emptyAxis(_ keys: [VariantKey], at place: SourceLocation?) -> Diagnostic {
    let names = keys.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, at: place, "the axis \(names) has no values on any platform",
      remedy: "give it values, or leave it out")
  }
}
