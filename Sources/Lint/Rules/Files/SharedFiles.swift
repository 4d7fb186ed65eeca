import Conda
import Diagnostics
import RecipeModel

/// Two packages that own the same file can't be installed together: conda overwrites one with the
/// other.
///
/// Builds of different variants can meet in one environment, too, unless platform or Python keep
/// them apart, or one package's requirements the other away.
enum SharedFiles: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    guard recipe.outputs.count > 1 else { return [] }
    let claims = recipe.outputs.map(recipe.fileClaims)
    var findings: [Diagnostic] = []
    for (index, output) in recipe.outputs.enumerated() {
      for other in 0..<index where recipe.outputs[other].name != output.name {
        let first = recipe.outputs[other]
        let subjects = Set(claims[other].map(\.subject))
        guard claims[index].contains(where: { subjects.contains($0.subject) }) else { continue }
        let apart = recipe.exclusion(of: output, from: first)
        let clash = claims[index].lazy.compactMap { claim -> (FileClaim, FileClaim)? in
          let rival = claims[other].first {
            $0.subject == claim.subject
              && recipe.canMeet(
                claim.builds - apart.first, of: output, $0.builds - apart.second, of: first)
          }
          return rival.map { (claim, $0) }
        }.first
        guard let (claim, rival) = clash else { continue }
        findings.append(
          .sharedFiles(
            claim.subject.description, of: first.name, and: output.name, first: rival.location,
            at: claim.location))
      }
    }
    return findings
  }
}

extension CheckedRecipe {
  /// Whether an environment can hold a build of each.
  fileprivate func canMeet(
    _ builds: BuildSet, of output: CheckedOutput, _ others: BuildSet, of other: CheckedOutput
  ) -> Bool {
    let mine = footings(builds, of: output)
    return footings(others, of: other).contains { footing in
      mine.contains { $0.fits(footing) }
    }
  }

  private func footings(_ builds: BuildSet, of output: CheckedOutput) -> Set<Footing> {
    let python = output.builds(with: "python", in: .run)
    return Set(
      builds.indices.map { index in
        Footing(
          platform: matrix.contexts[index].platform,
          python: python.contains(index) ? matrix.contexts[index].values[.python] : nil)
      })
  }

  /// The builds of each that ask for something that keeps the other away.
  fileprivate func exclusion(
    of output: CheckedOutput, from other: CheckedOutput
  ) -> (first: BuildSet, second: BuildSet) {
    var first = refusals(of: other, by: output)
    let second = refusals(of: output, by: other)
    for line in output.lines(.run) {
      for rival in other.lines(.run) where rival.name == line.name && rival.name != nil {
        if areApart(build(of: line, output), build(of: rival, other)) {
          first = first | line.builds
        }
      }
    }
    return (first, second)
  }

  /// The builds with a constraint that the other output's version doesn't meet.
  private func refusals(of other: CheckedOutput, by output: CheckedOutput) -> BuildSet {
    let version = other.output.version?.value ?? recipe.version.value
    guard let version = try? Version(version) else { return matrix.none }
    let lines = output.lines.filter { line in
      guard line.section == .constraints || line.section == .run, line.name == other.name,
        let spec = matchSpec(line, output)
      else { return false }
      return spec.version.map { !$0.matches(version) } ?? false
    }
    return output.union(lines)
  }

  private func matchSpec(_ line: RequirementLine, _ output: CheckedOutput) -> MatchSpec? {
    line.spec.flatMap { try? MatchSpec(resolved($0, of: output.output, in: line.builds)) }
  }

  private func build(of line: RequirementLine, _ output: CheckedOutput) -> String? {
    matchSpec(line, output)?.build?.text
  }

  /// `cpu_*` and `cuda*`: no build string begins with both.
  private func areApart(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return false }
    let (x, y) = (a.prefix { $0 != "*" }, b.prefix { $0 != "*" })
    return !x.hasPrefix(y) && !y.hasPrefix(x)
  }
}

/// What keeps builds of two packages out of one environment.
private struct Footing: Hashable {
  var platform: Platform
  /// Nil where any Python will do.
  var python: String?

  func fits(_ other: Footing) -> Bool {
    platform == other.platform && (python == nil || other.python == nil || python == other.python)
  }
}

extension Diagnostic {
  static func sharedFiles(
    _ subject: String, of first: String, and second: String, first earlier: SourceLocation?,
    at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "both '\(first)' and '\(second)' own \(subject)",
      remedy:
        "make one package with several builds, and let the other names ask for it at run time",
      notes: [Note("'\(first)' installs it here", at: earlier)])
  }
}
