import Diagnostics
import RecipeModel

/// Build numbers count from 0; what makes solvers avoid a build counts from 1.
enum BuildNumbers: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let shared = recipe.recipe.buildNumber
    var findings = [finding(BuildNumber(shared.value), at: shared.location)]
    for output in recipe.outputs {
      if let number = output.output.build.number {
        findings.append(finding(number, at: output.location))
      }
      for weight in output.output.build.variant.downPrioritize.guarded()
      where weight.value.value < 1 {
        findings.append(
          .invalidDownPriority(weight.value.value, at: weight.value.location ?? output.location))
      }
    }
    return findings.compactMap { $0 }
  }

  private static func finding(_ number: BuildNumber, at place: SourceLocation?) -> Diagnostic? {
    let amounts = [number.base] + number.offsets.map(\.amount)
    if let large = amounts.first(where: { $0 > BuildNumber.largest }) {
      return .largeBuildNumber(large, at: place)
    }
    return amounts.first { $0 < 0 }.map { .negativeBuildNumber($0, at: place) }
  }
}

extension BuildNumber {
  /// No package has had as many rebuilds of one version.
  fileprivate static let largest = 100_000

  /// Sums of its parts make sense.
  var isReasonable: Bool {
    let range = 0...Self.largest
    return range.contains(base) && offsets.allSatisfy { range.contains($0.amount) }
  }
}

extension Diagnostic {
  static func negativeBuildNumber(_ number: Int, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the build number \(number) is below 0",
      remedy: "write BuildNumber(0), and one more for each rebuild of the same version")
  }

  static func largeBuildNumber(_ number: Int, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the build number \(number) is too large to count rebuilds",
      remedy: "write BuildNumber(0), and one more for each rebuild of the same version")
  }

  static func invalidDownPriority(_ weight: Int, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "downPrioritize: \(weight) changes nothing",
      remedy: "write a number from 1 on")
  }
}
