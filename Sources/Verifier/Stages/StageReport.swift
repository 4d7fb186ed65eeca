package import Diagnostics
import YAML

/// What came of a stage.
package struct StageReport: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable { case passed, failed, skipped }

  /// One thing that a stage tried, such as a test.
  package struct Check: Hashable, Sendable {
    package var name: String
    package var isRight: Bool
    package var seconds: Double
    /// What was said.
    package var output: [String]
  }

  package var stage: Stage
  package var status: Status
  package var seconds: Double
  /// Taken from an earlier run, since nothing that it depends on has changed.
  package var isCached = false
  /// Stands for everything that the result depends on.
  package var key: String
  package var log: String
  package var findings: [Diagnostic] = []
  package var checks: [Check] = []
  /// What there is to know about it: versions, hashes, paths.
  package var facts: [String: String] = [:]

  package init(_ stage: Stage, status: Status = .passed, key: String = "", log: String = "") {
    self.stage = stage
    self.status = status
    self.key = key
    self.log = log
    seconds = 0
  }
}

extension StageReport {
  package var json: JSONText {
    [
      "stage": .string(stage.rawValue), "status": .string(status.rawValue),
      "seconds": .number(seconds), "cached": .bool(isCached), "key": .string(key),
      "log": .string(log), "findings": .array(findings.map { Self.json($0) }),
      "checks": .array(
        checks.map { check in
          [
            "name": .string(check.name), "passed": .bool(check.isRight),
            "seconds": .number(check.seconds), "output": .strings(check.output),
          ]
        }),
      "facts": .object(facts.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }),
    ]
  }

  private static func json(_ finding: Diagnostic) -> JSONText {
    [
      "id": .string(finding.id), "severity": .string(finding.severity.rawValue),
      "message": .string(finding.message), "remedy": .optional(finding.remedy),
      "file": .optional(finding.location?.file),
      "line": finding.location.map { .integer($0.line) } ?? .null,
      "column": finding.location.map { .integer($0.column) } ?? .null,
      "notes": .strings(finding.notes.map(\.message)),
    ]
  }

  /// What an earlier run wrote; nil if it can't be read any more.
  init?(_ node: YAMLNode) {
    func text(_ name: String) -> String? { node[name]?.scalar?.text }
    guard let stage = text("stage").flatMap({ Stage(rawValue: $0) }),
      let status = text("status").flatMap({ Status(rawValue: $0) }), let key = text("key"),
      let log = text("log"), let seconds = text("seconds").flatMap({ Double($0) })
    else { return nil }
    self.init(stage, status: status, key: key, log: log)
    self.seconds = seconds
    isCached = true
    findings = (node["findings"]?.sequence?.items ?? []).compactMap { Self.finding($0) }
    for check in node["checks"]?.sequence?.items ?? [] {
      checks.append(
        Check(
          name: check["name"]?.scalar?.text ?? "", isRight: check["passed"]?.scalar?.text == "true",
          seconds: Double(check["seconds"]?.scalar?.text ?? "") ?? 0,
          output: Self.texts(check["output"])))
    }
    for pair in node["facts"]?.mapping?.pairs ?? [] {
      facts[pair.name] = pair.value.scalar?.text
    }
  }

  private static func texts(_ node: YAMLNode?) -> [String] {
    node?.sequence?.items.compactMap { $0.scalar?.text } ?? []
  }

  private static func finding(_ node: YAMLNode) -> Diagnostic? {
    func text(_ name: String) -> String? {
      guard let scalar = node[name]?.scalar, !(scalar.style == .plain && scalar.text == "null")
      else { return nil }
      return scalar.text
    }
    guard let id = text("id"), let message = text("message"),
      let severity = text("severity").flatMap({ Diagnostic.Severity(rawValue: $0) })
    else { return nil }
    var place: SourceLocation?
    if let file = text("file"), let line = text("line").flatMap({ Int($0) }) {
      place = SourceLocation(
        file: file, line: line, column: text("column").flatMap { Int($0) } ?? 1)
    }
    return Diagnostic(
      severity, at: place, message, remedy: text("remedy"),
      notes: texts(node["notes"]).map { .init($0) }, id: id)
  }
}
