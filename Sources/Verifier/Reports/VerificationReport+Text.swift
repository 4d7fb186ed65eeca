import Diagnostics

extension VerificationReport {
  /// A table for people: each package's stages with their times, and the verdict.
  package var text: String {
    var lines: [String] = []
    for output in outputs {
      lines.append("\(output.name) (\(platform))")
      for report in output.stages {
        lines.append("  " + Self.line(report))
        for check in report.checks {
          lines.append(
            "      \(check.isRight ? "right" : "WRONG")  \(check.name)  (\(check.seconds.inTenths) s)"
          )
        }
      }
    }
    let stages = outputs.flatMap(\.stages)
    let failed = stages.count { $0.status == .failed }
    lines.append(
      isRight
        ? "verified: \(stages.count) stages in \(seconds.inTenths) s (\(environment), \(isolation))"
        : "not verified: \(failed) of \(stages.count) stages failed (\(environment), \(isolation))")
    if stages.contains(where: { !$0.isCached && $0.othersSeconds > 0 }) {
      let own = ownTime
      lines.append(
        "of this gennforge itself: \(own.seconds.inTenths) s, \((own.share * 100).inTenths) %")
    }
    if !area.isEmpty { lines.append("logs and packages: \(area)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ report: StageReport) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    let time = report.status == .skipped ? "-" : "\(report.seconds.inTenths) s"
    return padded(report.status.rawValue, 8) + padded(report.stage.rawValue, 13) + padded(time, 9)
      + (report.isCached ? "kept; " : "") + report.stage.inWords
  }
}

extension Double {
  /// With one digit after the point.
  package var inTenths: String {
    let number = Int((Swift.max(0, Swift.min(self, 1e9)) * 10).rounded())
    return "\(number / 10).\(number % 10)"
  }
}
