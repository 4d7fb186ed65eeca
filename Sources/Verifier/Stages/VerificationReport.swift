import Conda
package import Diagnostics

/// What a verification found.
package struct VerificationReport: Sendable {
  package struct Output: Sendable {
    package var name: String
    package var stages: [StageReport] = []

    package init(name: String, stages: [StageReport] = []) {
      self.name = name
      self.stages = stages
    }
  }

  package var name: String
  package var platform: String
  package var environment = "host"
  package var isolation = ""
  package var outputs: [Output] = []
  /// What stood in the way of all of it.
  package var findings: [Diagnostic] = []
  package var seconds = 0.0
  /// The folder with logs and packages.
  package var area = ""

  /// What tells it from the reports of the recipe's other variants.
  package var variant = ""

  package init(name: String, platform: String) {
    self.name = name
    self.platform = platform
  }

  package init(_ plan: BuildPlan) {
    self.init(name: plan.name, platform: plan.platform.subdir)
    variant = plan.variant
  }

  /// Each once: several tests may fail for one reason.
  package var allFindings: [Diagnostic] {
    var seen: Set<String> = []
    let all = findings + outputs.flatMap { $0.stages.flatMap(\.findings) }
    return all.filter { finding in
      let place = finding.location.map { "\($0.file):\($0.line)" } ?? ""
      return seen.insert("\(place) \(finding.message)").inserted
    }
  }

  package var isRight: Bool {
    !outputs.isEmpty && !findings.contains { $0.severity == .error }
      && outputs.allSatisfy { $0.stages.allSatisfy { $0.status != .failed } }
  }

  /// What the verification itself took, and how much that is of all.
  package var ownTime: (seconds: Double, share: Double) {
    let stages = outputs.flatMap(\.stages).filter { !$0.isCached }
    let own = max(0, seconds - stages.reduce(0) { $0 + $1.othersSeconds })
    return (own, seconds > 0 ? own / seconds : 0)
  }
}
