import Diagnostics
import RecipeModel

/// Where several packages come from one recipe, the feedstock's name has to be said; bots look for
/// it.
enum FeedstockNames: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    guard let name = recipe.recipe.feedstockName else {
      guard recipe.outputs.count > 1 else { return [] }
      let names = recipe.outputs.map(\.name)
      return [.missingFeedstockName(names, at: recipe.recipe.name.location)]
    }
    let ending = "-feedstock"
    guard name.value.hasSuffix(ending) else { return [] }
    let short = String(name.value.dropLast(ending.count))
    return [.feedstockNameEnding(name.value, short: short, at: name.location)]
  }
}

extension Diagnostic {
  static func missingFeedstockName(_ outputs: [String], at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "a recipe with \(outputs.count) outputs doesn't say what its feedstock is named",
      remedy: "add FeedstockName(\"\(outputs[0])\"), or another name without '-feedstock'")
  }

  static func feedstockNameEnding(
    _ name: String, short: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "conda-forge adds '-feedstock' itself to '\(name)'",
      remedy: "write FeedstockName(\"\(short)\")")
  }
}
