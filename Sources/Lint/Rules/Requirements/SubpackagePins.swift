import Diagnostics
import RecipeModel

/// `pin_subpackage` names another output of the same recipe.
enum SubpackagePins: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let outputs = recipe.outputs.map(\.name)
    return recipe.outputs.flatMap { output in
      output.lines.compactMap { line in
        guard case .pinSubpackage(let pin) = line.requirement, !outputs.contains(pin.name) else {
          return nil
        }
        let near = nearest(to: pin.name, in: outputs)
        return .pinWithoutOutput(pin.name, near: near, at: line.location)
      }
    }
  }
}

extension Diagnostic {
  static func pinWithoutOutput(
    _ name: String, near: String?, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "no output of this recipe is named '\(name)'",
      remedy: near.map { "did you mean '\($0)'?" }
        ?? "write PinCompatible(\"\(name)\") for a package of host, or name an output")
  }
}
