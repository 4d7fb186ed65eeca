import Conda
import Diagnostics
import RecipeModel

/// A cross build runs the building machine's Python, which pretends to be the one in `host`.
enum CrossPython: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let cross = recipe.matrix.builds(where: .crossBuild)
    return recipe.outputs.compactMap { output in
      guard output.pipInstalls, output.output.build.noarch == nil else { return nil }
      let lines = output.lines(of: "python", in: .host)
      let missing = output.union(lines) & cross - output.builds(with: "python", in: .build)
      guard let context = recipe.matrix.firstContext(in: missing) else { return nil }
      return .crossBuildWithoutPython(
        target: context.platform.subdir, builder: context.buildPlatform.subdir,
        at: lines.first?.location)
    }
  }
}

extension Diagnostic {
  static func crossBuildWithoutPython(
    target: String, builder: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the Python of host is for \(target), and the build runs on \(builder)",
      remedy:
        "add when(.crossBuild) { \"python\"; \"cross-python_\\(.platform)\" } to BuildRequirements")
  }
}
