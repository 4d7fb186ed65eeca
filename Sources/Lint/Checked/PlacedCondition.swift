import Diagnostics
import RecipeModel

/// A condition, where it was written, and what else must hold for it to be asked.
struct PlacedCondition: Sendable {
  enum Kind: Sendable {
    case skip
    /// It chooses lines of the recipe.
    case list
    /// It chooses steps or files of a script.
    case script
    /// It raises the build number.
    case number
  }

  var condition: Condition
  var location: SourceLocation?
  var outer: [Condition]
  var kind: Kind
  /// A word made it together with what stands under it; nobody wrote it.
  var isDerived = false
}

extension Array {
  func placed<Value>(
    _ kind: PlacedCondition.Kind = .list, under outer: [Condition] = []
  ) -> [PlacedCondition] where Element == Item<Value> {
    flatMap { item -> [PlacedCondition] in
      guard case .when(let condition, let then, let otherwise) = item else { return [] }
      // What a person puts under a `when` stands behind it.
      let isDerived = (then + otherwise).contains {
        $0.location != nil && $0.location == condition.location
      }
      let own = PlacedCondition(
        condition: condition.value, location: condition.location, outer: outer, kind: kind,
        isDerived: isDerived)
      return [own] + then.placed(kind, under: outer + [condition.value])
        + otherwise.placed(kind, under: outer + [!condition.value])
    }
  }
}

extension Item {
  fileprivate var location: SourceLocation? {
    switch self {
    case .value(let value): value.location
    case .when(let condition, _, _): condition.location
    }
  }
}

extension [ScriptStep] {
  func placed(under outer: [Condition] = []) -> [PlacedCondition] {
    flatMap { step -> [PlacedCondition] in
      guard case .when(let condition, let then, let otherwise) = step.action else { return [] }
      let own = PlacedCondition(
        condition: condition, location: step.location, outer: outer, kind: .script)
      return [own] + then.placed(under: outer + [condition])
        + otherwise.placed(under: outer + [!condition])
    }
  }
}

extension Output {
  /// Every condition of the output, with its place.
  var placedConditions: [PlacedCondition] {
    var placed = build.skip.map {
      PlacedCondition(condition: $0.value, location: $0.location, outer: [], kind: .skip)
    }
    for (_, items) in requirements.sections + requirements.runExports.sections {
      placed += items.placed()
    }
    placed += requirements.ignoreRunExports.byName.placed()
    placed += requirements.ignoreRunExports.fromPackage.placed()
    placed += build.string.placed() + sources.placed() + tests.placed()
    placed += build.dynamicLinking.missingDSOAllowlist.placed()
    placed += build.dynamicLinking.rpathAllowlist.placed() + build.dynamicLinking.rpaths.placed()
    placed += build.variant.downPrioritize.placed()
    placed += (build.number?.offsets ?? []).map {
      PlacedCondition(condition: $0.condition, location: name.location, outer: [], kind: .number)
    }
    placed += build.script?.steps.placed() ?? []
    placed += linkScripts.placed(.script) + activation.placed(.script)
    placed += environmentVariables.placed(.script)
    for script in linkScripts.guarded() {
      placed += script.value.value.steps.placed(under: script.conditions)
    }
    // Conditions of `CUDA.toolkit` stand where it stands.
    guard let place = cuda?.location else { return placed }
    return placed.map { condition in
      var condition = condition
      condition.isDerived = condition.isDerived || condition.location == place
      return condition
    }
  }
}
