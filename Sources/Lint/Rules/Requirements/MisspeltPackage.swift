import Diagnostics
import RecipeModel

/// A name that is one or two letters away from a package that GeNN recipes use, and is none itself.
enum MisspeltPackage: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let outputs = Set(recipe.outputs.map(\.name))
    return recipe.outputs.flatMap { output in
      output.lines.compactMap { line in
        guard !line.isDerived, line.spec != nil, let name = line.name, !outputs.contains(name),
          let meant = PackageNames.meant(by: name)
        else { return nil }
        return .misspeltPackage(name, meant: meant, at: line.location)
      }
    }
  }
}

extension Diagnostic {
  static func misspeltPackage(
    _ name: String, meant: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "no package that is known here is named '\(name)'",
      remedy: "did you mean '\(meant)'?")
  }
}
