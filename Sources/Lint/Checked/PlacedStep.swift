import Diagnostics
import RecipeModel

/// A step of a script, with the conditions around it.
struct PlacedStep: Sendable {
  enum Script: Hashable, Sendable {
    case build
    case link(LinkScript.Moment)
  }

  var action: ScriptStep.Action
  var location: SourceLocation?
  var script: Script
  var conditions: [Condition]
}

extension [ScriptStep] {
  /// The steps without the choices between them.
  func flattened(
    _ script: PlacedStep.Script, under conditions: [Condition] = []
  ) -> [PlacedStep] {
    flatMap { step -> [PlacedStep] in
      guard case .when(let condition, let then, let otherwise) = step.action else {
        return [
          PlacedStep(
            action: step.action, location: step.location, script: script, conditions: conditions)
        ]
      }
      return then.flattened(script, under: conditions + [condition])
        + otherwise.flattened(script, under: conditions + [!condition])
    }
  }
}

extension Output {
  /// The steps of the build script and of the link scripts.
  var placedSteps: [PlacedStep] {
    var steps = build.script?.steps.flattened(.build) ?? []
    for script in linkScripts.guarded() {
      let value = script.value.value
      steps += value.steps.flattened(.link(value.moment), under: script.conditions)
    }
    return steps
  }
}
