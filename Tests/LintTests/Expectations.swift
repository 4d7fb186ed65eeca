import Diagnostics
import GeNNForge
import Lint
import Testing

/// What the words themselves and the checks say of a recipe.
func findings(in recipe: Recipe) -> [Diagnostic] {
  let (model, findings) = recipe.model()
  return findings.all + RecipeChecks.findings(in: model)
}

/// Exactly one finding, so many lines above the call, with something to do about it.
func expectFinding(
  _ id: String, in recipe: Recipe, linesUp: Int, _ severity: Diagnostic.Severity = .error,
  remedy: String? = nil, message: String? = nil, file: String = #fileID, line: Int = #line,
  at place: Testing.SourceLocation = #_sourceLocation
) {
  let all = findings(in: recipe)
  guard let finding = all.first, all.count == 1 else {
    Issue.record("expected \(id) alone:\n\(described(all))", sourceLocation: place)
    return
  }
  #expect(finding.id == id, sourceLocation: place)
  #expect(finding.severity == severity, sourceLocation: place)
  #expect(finding.location?.file == file, sourceLocation: place)
  #expect(finding.location?.line == line - linesUp, sourceLocation: place)
  #expect(finding.remedy?.isEmpty == false, sourceLocation: place)
  if let remedy { #expect(finding.remedy == remedy, sourceLocation: place) }
  if let message {
    #expect(finding.message.contains(message), "\(finding.message)", sourceLocation: place)
  }
}

/// The findings' IDs, by place.
func expectFindings(
  _ ids: [String], in recipe: Recipe, at place: Testing.SourceLocation = #_sourceLocation
) {
  let all = findings(in: recipe)
  #expect(all.map(\.id) == ids, "\(described(all))", sourceLocation: place)
  #expect(all.allSatisfy { $0.remedy?.isEmpty == false }, sourceLocation: place)
}

func expectNone(in recipe: Recipe, at place: Testing.SourceLocation = #_sourceLocation) {
  let all = findings(in: recipe)
  #expect(all.isEmpty, "\(described(all))", sourceLocation: place)
}

func described(_ findings: [Diagnostic]) -> String {
  findings.map { finding in
    let place = finding.location.map { "\($0)" } ?? "-"
    return
      "\(place): \(finding.severity) \(finding.message) [\(finding.id)] \(finding.remedy ?? "")"
  }.joined(separator: "\n")
}
