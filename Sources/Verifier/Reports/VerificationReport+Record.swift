package import Diagnostics
package import YAML

extension VerificationReport {
  package var json: JSONText {
    [
      "name": .string(name), "variant": .string(variant), "platform": .string(platform),
      "verified": .bool(isRight), "environment": .string(environment),
      "isolation": .string(isolation), "seconds": .number(seconds),
      "own_seconds": .number(ownTime.seconds), "area": .string(area),
      "outputs": .array(
        outputs.map { output in
          ["name": .string(output.name), "stages": .array(output.stages.map(\.json))]
        }),
      "findings": .array(findings.map(\.record)),
    ]
  }

  /// What another process wrote; nil if it can't be read.
  package init?(record node: YAMLNode) {
    func text(_ name: String) -> String? { node[name]?.scalar?.text }
    guard let name = text("name"), let platform = text("platform"), let variant = text("variant"),
      let outputs = node["outputs"]?.sequence?.items
    else { return nil }
    self.init(name: name, platform: platform)
    self.variant = variant
    environment = text("environment") ?? ""
    isolation = text("isolation") ?? ""
    area = text("area") ?? ""
    seconds = text("seconds").flatMap { Double($0) } ?? 0
    findings = (node["findings"]?.sequence?.items ?? []).compactMap { Diagnostic(record: $0) }
    self.outputs = outputs.map { output in
      Output(
        name: output["name"]?.scalar?.text ?? "",
        stages: (output["stages"]?.sequence?.items ?? []).compactMap { StageReport(record: $0) })
    }
  }
}
