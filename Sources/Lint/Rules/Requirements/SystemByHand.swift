import Diagnostics
import RecipeModel

/// The oldest system that a package runs on follows from the C library; conda-forge's linter
/// refuses it by hand.
enum SystemByHand: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.lines.compactMap { line in
        guard let name = line.name, name == "__osx" || name == "__glibc", !line.isBare else {
          return nil
        }
        return .systemByHand(name, at: line.location)
      }
    }
  }
}

extension Diagnostic {
  static func systemByHand(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' is exported by the C library, and not written by hand",
      remedy: "add StdLib(.c), and Axis(VersionKey(\"c_stdlib_version\"), […]) for another version")
  }
}
