/// Findings as a JSON array; every member is always there, `null` when it has no value.
package struct JSONRenderer: Sendable {
  package init() {}

  package func render(_ findings: [Diagnostic]) -> String {
    JSONText.array(findings.map(\.json)).text() + "\n"
  }
}

extension Diagnostic {
  package var json: JSONText {
    [
      "id": .string(id),
      "severity": .string(severity.rawValue),
      "message": .string(message),
      "remedy": .optional(remedy),
      "location": location?.json ?? .null,
      "notes": .array(
        notes.map { ["message": .string($0.message), "location": $0.location?.json ?? .null] }),
    ]
  }
}

extension SourceLocation {
  package var json: JSONText {
    ["file": .string(file), "line": .integer(line), "column": .integer(column)]
  }
}
