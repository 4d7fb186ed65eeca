import Conda
import Diagnostics
import RecipeModel

/// conda-forge builds for 64-bit Arm on Linux only where `conda-forge.yml` says how.
enum PlatformNotBuilt: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let forge = recipe.recipe.forge
    guard forge.buildPlatforms[.linuxAArch64] == nil, forge.providers[.linuxAArch64] == nil else {
      return []
    }
    return recipe.outputs.flatMap { output in
      output.conditions.compactMap { placed in
        guard placed.kind != .skip, !placed.isDerived,
          placed.location?.file == output.location?.file,
          placed.condition.leaves.contains(.platform(.aarch64))
        else { return nil }
        return .platformNotBuilt(at: placed.location ?? output.location)
      }
    }
  }
}

extension Diagnostic {
  static func platformNotBuilt(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "conda-forge doesn't build for linux-aarch64 unless it is asked to",
      remedy: "add CrossBuild(.linuxAArch64, on: .linux64) to the recipe")
  }
}
