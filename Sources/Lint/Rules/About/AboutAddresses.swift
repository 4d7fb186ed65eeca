import Conda
import Diagnostics
import RecipeModel

/// Addresses of pages begin with `https://` and hold no spaces.
enum AboutAddresses: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let abouts = [recipe.recipe.about] + recipe.recipe.outputs.map(\.about)
    return abouts.flatMap { about in
      [about.homepage, about.repository, about.documentation].compactMap { address in
        guard let address, !address.value.isEmpty, let text = recipe.plain(address.value),
          !WebAddress.isValid(text)
        else { return nil }
        return .invalidPageAddress(address.value, at: address.location)
      }
    }
  }
}

extension Diagnostic {
  static func invalidPageAddress(_ address: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(address)' is not the address of a page",
      remedy: "write one such as https://genn-team.github.io")
  }
}
