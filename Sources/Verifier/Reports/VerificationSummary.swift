package import Diagnostics

/// What came of a recipe's variants.
package struct VerificationSummary: Sendable {
  package var name: String
  package var reports: [VerificationReport]
  package var seconds: Double

  package init(name: String, reports: [VerificationReport], seconds: Double) {
    self.name = name
    self.reports = reports
    self.seconds = seconds
  }

  package var isRight: Bool { !reports.isEmpty && reports.allSatisfy(\.isRight) }

  /// The stages that any of them went through.
  var stages: [Stage] {
    let all = Set(reports.flatMap { $0.outputs.flatMap { $0.stages.map(\.stage) } })
    return all.sorted()
  }

  /// The worst of a variant's packages; nil where it didn't come so far.
  static func state(_ report: VerificationReport, _ stage: Stage) -> String? {
    let reports = report.outputs.flatMap(\.stages).filter { $0.stage == stage }
    guard !reports.isEmpty else { return nil }
    for status in [StageReport.Status.failed, .skipped]
    where reports.contains(where: { $0.status == status }) { return status.rawValue }
    return reports.allSatisfy(\.isCached) ? "kept" : StageReport.Status.passed.rawValue
  }

  /// Variants × stages, for people.
  package var text: String {
    let stages = stages
    let header = ["variant"] + stages.map(\.rawValue) + ["seconds", ""]
    let rows = reports.map { report in
      [report.variant]
        + stages.map { stage in
          Self.state(report, stage).map { $0 == "failed" ? "FAILED" : $0 } ?? "-"
        } + [report.seconds.inTenths, report.isRight ? "verified" : "not verified"]
    }
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].count }.max() ?? 0
    }
    var lines = ([header] + rows).map { row in
      var line = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    let right = reports.count(where: \.isRight)
    lines.append("")
    lines.append(
      "\(name): \(right) of \(reports.count) variants verified in \(seconds.inTenths) s")
    return lines.joined(separator: "\n") + "\n"
  }

  package var json: JSONText {
    [
      "name": .string(name), "verified": .bool(isRight), "seconds": .number(seconds),
      "variants": .array(reports.map(\.json)),
    ]
  }

  package var junit: String { VerificationReport.junit(of: reports) }
}
