import RecipeModel
import YAML

/// Which output runs which script file. One output uses the default names; several need one each, since
/// conda-build runs a `build.sh` of the recipe's for all of them.
struct ScriptPlan {
  var isNamed: Bool

  init(_ recipe: Recipe) { isNamed = recipe.hasNamedOutputs }

  /// The file's name without its ending; nil where there is nothing to run.
  func baseName(of output: Output, stem: String) -> String? {
    guard output.needsScript else { return nil }
    return isNamed ? "\(stem)-\(output.name.value)" : stem
  }

  /// rattler-build finds the ending that fits the platform, and `build` by itself.
  func v1Script(of output: Output) -> String? {
    isNamed ? baseName(of: output, stem: "build") : nil
  }
}

extension Output {
  var needsScript: Bool {
    build.script != nil || !linkScripts.isEmpty || !activation.isEmpty
      || !environmentVariables.isEmpty
  }
}

extension ScriptPlan {
  /// conda-build takes a script's name with its ending, one a platform.
  func v0Scripts(of output: Output) -> [YAMLBlock.Entry] {
    guard isNamed, let unix = baseName(of: output, stem: "build"),
      let windows = baseName(of: output, stem: "bld")
    else { return [] }
    return [
      .init("script", .string("\(unix).sh"), trivia: YAMLTrivia(comment: "[unix]")),
      .init("script", .string("\(windows).bat"), trivia: YAMLTrivia(comment: "[win]")),
    ]
  }
}
