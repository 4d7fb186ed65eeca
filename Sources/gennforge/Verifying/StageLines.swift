import Verifier

/// Shows a verification's progress on standard error, one line for each stage.
struct StageLines: Sendable {
  func show(_ progress: VerificationSettings.Progress) {
    guard case .ended(let report, let output) = progress else { return }
    let stage = report.stage.rawValue
    let name = stage + String(repeating: " ", count: max(0, 12 - stage.count))
    let time = report.isCached ? "kept" : report.seconds.inTenths + " s"
    let tests =
      report.checks.isEmpty
      ? ""
      : "  \(report.checks.count { $0.isRight }) of \(report.checks.count) right"
    Terminal.warn(
      "\(report.status == .passed ? "ok    " : "FAILED") \(output): \(name) \(time)\(tests)")
  }
}
