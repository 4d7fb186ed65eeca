package import Diagnostics

/// What a verification of kernels found.
package struct KernelReport: Hashable, Sendable {
  package var verdicts: [KernelVerdict] = []
  package var findings: [Diagnostic] = []
  /// Where generated programs were left, if that was asked for.
  package var keptFiles: String?

  package init() {}

  /// Whether every network ran everywhere, and did what the reference did.
  package var isRight: Bool {
    !verdicts.isEmpty && verdicts.allSatisfy { $0.outcome == .agrees }
      && !findings.contains { $0.severity == .error }
  }
}

extension KernelReport: Encodable {
  private enum Key: String, CodingKey { case isRight, verdicts, findings, keptFiles }

  /// A finding as data.
  private struct Finding: Encodable {
    var id: String
    var severity: Diagnostic.Severity
    var message: String
    var remedy: String?
    var location: SourceLocation?
    var notes: [String]
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(isRight, forKey: .isRight)
    try container.encode(verdicts, forKey: .verdicts)
    let findings = findings.map {
      Finding(
        id: $0.id, severity: $0.severity, message: $0.message, remedy: $0.remedy,
        location: $0.location, notes: $0.notes.map(\.message))
    }
    try container.encode(findings, forKey: .findings)
    try container.encodeIfPresent(keptFiles, forKey: .keptFiles)
  }
}
