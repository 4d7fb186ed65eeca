import Conda
import Diagnostics
import RecipeModel

/// A package that compiles on the user's machine needs Visual Studio on Windows, which no package
/// brings.
enum UnstatedPrerequisite: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let windows = recipe.matrix.builds(where: .platform(.win))
    return recipe.outputs.compactMap { output in
      let compiler = output.lines(.run).first { line in
        ["cxx-compiler", "c-compiler", "compilers"].contains(line.name)
          && line.builds.intersects(windows)
      }
      guard let compiler else { return nil }
      let about = output.output.about
      let texts = [
        about.description ?? recipe.recipe.about.description, about.summary,
        recipe.recipe.about.summary,
      ]
      let isStated = texts.contains { $0?.value.contains("Visual Studio") ?? false }
      return isStated ? nil : .unstatedPrerequisite(output.name, at: compiler.location)
    }
  }
}

extension Diagnostic {
  static func unstatedPrerequisite(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "'\(output)' compiles on the user's machine, and on Windows no package brings the compiler",
      remedy: "say in About's description that Windows needs Visual Studio or its Build Tools")
  }
}
