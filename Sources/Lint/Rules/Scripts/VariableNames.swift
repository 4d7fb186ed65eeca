import Diagnostics
import RecipeModel

/// Environment variables are named by letters, digits and `_`.
enum VariableNames: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.variableUses.compactMap { name, place in
        EnvironmentName.isValid(name)
          ? nil : .variableNameNotValid(name, at: place ?? output.location)
      }
    }
  }
}

extension CheckedOutput {
  /// Every environment variable that a script or file of the output names.
  var variableUses: [(name: String, place: SourceLocation?)] {
    var uses: [(name: String, place: SourceLocation?)] = []
    func read(_ text: ScriptText, _ place: SourceLocation?) {
      for case .environment(let name) in text.variables.sorted(by: {
        $0.description < $1.description
      }) {
        uses.append((name, place))
      }
    }
    for step in steps {
      uses += step.action.namedVariable.map { [($0, step.location)] } ?? []
      for text in step.action.texts { read(text, step.location) }
    }
    for entry in output.environmentVariables.guarded().flatMap(\.value.value.entries) {
      uses.append((entry.name, entry.location))
      read(entry.value, entry.location)
    }
    for change in output.activation.guarded().flatMap(\.value.value.changes) {
      uses.append((change.name, change.location))
      if case .set(let value) = change.action { read(value, change.location) }
      if case .prepend(let path) = change.action { read(ScriptText(path), change.location) }
    }
    return uses
  }
}

extension ScriptStep.Action {
  fileprivate var namedVariable: String? {
    switch self {
    case .environment(let name, _), .prependPath(let name, _), .unset(let name),
      .require(.nonEmptyVariable(let name), _):
      name
    default: nil
    }
  }
}

extension Diagnostic {
  static func variableNameNotValid(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' cannot name an environment variable in every shell",
      remedy: "use letters, digits and '_', and no digit in front")
  }
}
