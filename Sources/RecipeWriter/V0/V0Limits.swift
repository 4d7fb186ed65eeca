import Diagnostics
import RecipeModel

/// What a recipe says and conda-build has no words for.
enum V0Limits {
  static func findings(in recipe: Recipe) -> [Diagnostic] {
    let own = recipe.variants.ownValues
    return recipe.outputs.flatMap { output in
      output.conditions.flatMap { condition in
        longVersions(in: condition.value, own: own).map {
          .selectorVersionTooLong($0, at: condition.location ?? output.name.location)
        }
      }
        + (output.requirements.sections + output.requirements.runExports.sections).flatMap {
          $0.items.guarded().compactMap { pinProblem($0.value) }
        }
    }
  }

  private static func longVersions(
    in condition: Condition, own: [VariantKey: [String]]
  ) -> [String] {
    switch condition {
    case .version(let key, _, let version):
      own[key] == nil && V0Selector.numbers(version).count > 2 ? ["\(key) \(version)"] : []
    case .platform, .crossBuild, .value, .expression, .selector: []
    case .not(let inner): longVersions(in: inner, own: own)
    case .all(let parts), .any(let parts): parts.flatMap { longVersions(in: $0, own: own) }
    }
  }

  private static func pinProblem(_ requirement: Located<Requirement>) -> Diagnostic? {
    guard case .pinSubpackage(let pin) = requirement.value, !pin.exact else { return nil }
    let versions = [pin.lowerBound, pin.upperBound].compactMap { $0 }.filter {
      !V0Items.isPattern($0)
    }
    return versions.first.map { .pinSubpackageVersion(pin.name, $0, at: requirement.location) }
  }
}

extension Diagnostic {
  static func selectorVersionTooLong(_ test: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "meta.yaml's selectors compare two parts of a version at most, not '\(test)'",
      remedy: "compare two parts, give the key values of your own, or compile to v1 alone")
  }

  static func pinSubpackageVersion(
    _ name: String, _ version: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "conda-build's pin_subpackage takes patterns such as x.x, not the version '\(version)'",
      remedy: "write the requirement out, as in \"\(name) >=\(version)\", or compile to v1 alone")
  }
}
