/// The ways in which findings are shown.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For people: source line and caret.
  case text
  /// For programs: an array of objects.
  case json
  /// For code scanning services: SARIF 2.1.0.
  case sarif
  /// For GitHub's workflow logs: annotations at the lines of a pull request.
  case github
}

extension Findings {
  /// All findings in order of place; ends with a line end unless it is empty.
  package func rendered(
    as format: ReportFormat, sources: SourceTexts = SourceTexts(), toolVersion: String,
    coloured: Bool = false
  ) -> String {
    switch format {
    case .text: TextRenderer(sources: sources, coloured: coloured).render(sorted)
    case .json: JSONRenderer().render(sorted)
    case .sarif: SARIFRenderer(toolVersion: toolVersion).render(sorted)
    case .github: GitHubRenderer().render(sorted)
    }
  }
}
