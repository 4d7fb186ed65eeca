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
        } + output.tests.guarded().compactMap { testProblem($0.value) }
    } + sourceProblems(recipe.outputs)
  }

  private static func testProblem(_ test: Located<Test>) -> Diagnostic? {
    switch test.value {
    case .python(let python) where python.pythonVersions.count > 1:
      .testedWithOnePython(
        python.pythonVersions.map(\.value), at: python.pythonVersions[1].location ?? test.location)
    case .contents(let contents) where contents.isStrict: .contentsNotStrict(at: test.location)
    case .kept: .testLeftOut(at: test.location)
    default: nil
    }
  }

  /// conda-build knows sources of the recipe alone, and unpacks them for each output.
  private static func sourceProblems(_ outputs: [Output]) -> [Diagnostic] {
    outputs.indices.flatMap { index -> [Diagnostic] in
      let sources = outputs[index].sources
      let others = outputs[..<index].filter { !$0.sources.isEmpty }
      return sources.guarded().compactMap { source in
        let other = others.first { other in
          !other.sources.guarded().contains(source)
            && other.sources.guarded().contains {
              $0.value.value.folder == source.value.value.folder && !sources.guarded().contains($0)
            }
        }
        return other.map {
          .sourcesInOneFolder(
            $0.name.value, outputs[index].name.value, at: source.value.location)
        }
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

  static func testedWithOnePython(
    _ versions: [String], at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "a meta.yaml's tests run with one Python: of \(versions.joined(separator: ", ")) the first is kept",
      remedy: "compile to v1 to test with all of them")
  }

  static func contentsNotStrict(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "a meta.yaml can't say that nothing else may be in the package",
      remedy: "compile to v1 to have that checked")
  }

  static func testLeftOut(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "this test has no form in a meta.yaml, and was left out",
      remedy: "write it as commands")
  }

  static func sourcesInOneFolder(
    _ first: String, _ second: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "conda-build unpacks the sources of '\(first)' and '\(second)' for both of them, one over the other",
      remedy: "give each source a folder of its own, or compile to v1 alone")
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
