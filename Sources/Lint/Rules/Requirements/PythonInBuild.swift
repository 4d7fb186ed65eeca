import Diagnostics
import RecipeModel

/// Python in `build` is for cross builds, where the one in `host` can't run; elsewhere there would
/// be two.
enum PythonInBuild: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let native = recipe.matrix.builds(where: !.crossBuild)
    return recipe.outputs.compactMap { output in
      let host = output.builds(with: "python", in: .host)
      let line = output.lines(of: "python", in: .build).first {
        ($0.builds & host).intersects(native)
      }
      return line.map { .pythonInBuild(at: $0.location) }
    }
  }
}

extension Diagnostic {
  static func pythonInBuild(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "python in build as well as in host gives native builds two of them",
      remedy: "put it and its packages under when(.crossBuild), with \"cross-python_\\(.platform)\""
    )
  }
}
