import Diagnostics
import RecipeModel

/// A recipe makes a package, and a package holds something or asks for something.
enum EmptyRecipe: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    guard !recipe.outputs.isEmpty else {
      return [.emptyRecipe(recipe.recipe.name.value, at: recipe.recipe.name.location)]
    }
    // The author's own script files install what nothing else does.
    if recipe.recipe.files.contains(where: { isBuildScript($0.value.path) }) { return [] }
    let unscripted = recipe.outputs.filter { !$0.output.build.isScripted }
    let isShared = unscripted.count == recipe.outputs.count
    return recipe.outputs.flatMap { output -> [Diagnostic] in
      if !output.output.holdsSomething {
        return [.emptyOutput(output.name, at: output.location)]
      }
      guard !output.output.build.isScripted else { return [] }
      let sources =
        output.output.sources.guarded() + (isShared ? recipe.recipe.sources.guarded() : [])
      guard let source = sources.first else { return [] }
      return [.unusedSource(of: output.name, at: source.value.location)]
    }
  }
}

extension EmptyRecipe {
  private static func isBuildScript(_ path: String) -> Bool {
    ["build.sh", "build.bat", "bld.bat"].contains(path)
  }
}

extension Build {
  fileprivate var isScripted: Bool {
    script.map { !$0.steps.isEmpty } ?? !commands.isEmpty
  }
}

extension Output {
  fileprivate var holdsSomething: Bool {
    let runs = !requirements.run.isEmpty || !requirements.runConstraints.isEmpty
    let exports = !requirements.runExports.isEmpty
    let scripts = build.isScripted || kept.contains { ["script", "files"].contains($0.path.last) }
    return runs || exports || scripts || cuda != nil || !linkScripts.isEmpty
      || !activation.isEmpty || !environmentVariables.isEmpty
  }
}

extension Diagnostic {
  static func emptyRecipe(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the recipe '\(name)' makes no package",
      remedy: "say what the package holds: Source, Script, RunRequirements, or one Output a package"
    )
  }

  static func emptyOutput(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the package '\(name)' holds nothing and asks for nothing",
      remedy:
        "add a Script that installs it, or RunRequirements for a package that only asks for others")
  }

  static func unusedSource(of name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "nothing installs this source: '\(name)' has no Script",
      remedy: "add a Script such as Script { PipInstall() }, or leave the Source out")
  }
}
