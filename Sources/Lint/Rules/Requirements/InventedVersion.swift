import Conda
import Diagnostics
import RecipeModel

/// `==9999999999` to keep a package away works until somebody reads it; there is a custom for that.
enum InventedVersion: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.lines.compactMap { line in
        guard let name = line.name, let text = line.spec?.literal, text.contains("99"),
          let spec = try? MatchSpec(text), let version = spec.version,
          version.constraints.contains(where: isInvented)
        else { return nil }
        return .inventedVersion(text, name: name, at: line.location)
      }
    }
  }

  private static func isInvented(_ constraint: VersionConstraint) -> Bool {
    guard case .compare(.equal, let version) = constraint else { return false }
    let digits = version.text.filter { $0 != "." }
    return digits.count >= 4 && digits.allSatisfy { $0 == "9" }
  }
}

extension Diagnostic {
  static func inventedVersion(
    _ spec: String, name: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "'\(spec)' names a version that was made up",
      remedy:
        "write \"\(name) <0.0a0\" to keep it away, or better make one package with several builds")
  }
}
