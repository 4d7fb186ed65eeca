package import Diagnostics
import YAML

extension StageReport {
  package var json: JSONText {
    [
      "stage": .string(stage.rawValue), "status": .string(status.rawValue),
      "seconds": .number(seconds), "others_seconds": .number(othersSeconds),
      "cached": .bool(isCached), "key": .string(key), "log": .string(log),
      "findings": .array(findings.map(\.record)),
      "checks": .array(
        checks.map { check in
          [
            "name": .string(check.name), "passed": .bool(check.isRight),
            "seconds": .number(check.seconds), "output": .strings(check.output),
            "network": .optional(check.network), "engine": .optional(check.engine),
            "figures": .strings(check.figures),
          ]
        }),
      "facts": .object(facts.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }),
    ]
  }

  /// What was written; nil if it can't be read any more.
  init?(record node: YAMLNode) {
    func text(_ name: String) -> String? { node[name]?.scalar?.text }
    guard let stage = text("stage").flatMap({ Stage(rawValue: $0) }),
      let status = text("status").flatMap({ Status(rawValue: $0) }), let key = text("key"),
      let log = text("log"), let seconds = text("seconds").flatMap({ Double($0) })
    else { return nil }
    self.init(stage, status: status, key: key, log: log)
    self.seconds = seconds
    othersSeconds = text("others_seconds").flatMap { Double($0) } ?? 0
    isCached = text("cached") == "true"
    findings = (node["findings"]?.sequence?.items ?? []).compactMap { Diagnostic(record: $0) }
    for check in node["checks"]?.sequence?.items ?? [] {
      // null is a plain scalar.
      func text(_ name: String) -> String? {
        check[name]?.scalar.flatMap { $0.style == .plain ? nil : $0.text }
      }
      checks.append(
        Check(
          name: check["name"]?.scalar?.text ?? "", isRight: check["passed"]?.scalar?.text == "true",
          seconds: Double(check["seconds"]?.scalar?.text ?? "") ?? 0,
          output: check["output"]?.texts ?? [], network: text("network"), engine: text("engine"),
          figures: check["figures"]?.texts ?? []))
    }
    for pair in node["facts"]?.mapping?.pairs ?? [] { facts[pair.name] = pair.value.scalar?.text }
  }
}
