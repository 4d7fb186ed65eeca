/// Findings for people:
///
///     Recipes/PyGeNN.swift:12:5: error: no variant is named 'cuad' [unknown-variant]
///         Variant("cuad")
///         ^
///     remedy: write 'cuda'
///     Recipes/PyGeNN.swift:3:5: note: variants are declared here
package struct TextRenderer: Sendable {
  private let sources: SourceTexts
  private let colours: Colours

  package init(sources: SourceTexts = SourceTexts(), coloured: Bool = false) {
    self.sources = sources
    self.colours = coloured ? .ansi : .none
  }

  package func render(_ findings: [Diagnostic]) -> String {
    findings.map(render).joined()
  }

  package func render(_ finding: Diagnostic) -> String {
    let id = " [\(finding.id)]"
    var text = headline(finding.severity, finding.message, at: finding.location, id: id)
    if let remedy = finding.remedy { text += colours.strong("remedy: ") + printable(remedy) + "\n" }
    for note in finding.notes {
      text += headline(.note, note.message, at: note.location, id: "")
    }
    return text
  }

  private func headline(
    _ severity: Diagnostic.Severity, _ message: String, at location: SourceLocation?, id: String
  ) -> String {
    var text = location.map { colours.strong(printable($0.description) + ":") + " " } ?? ""
    text += colours.severity(severity, severity.rawValue + ":") + " "
    text += colours.strong(printable(message)) + id + "\n"
    if let location, let line = sources.line(location.line, of: location.file) {
      let excerpt = Excerpt(line: line, column: location.column)
      text += excerpt.text + "\n"
      if let margin = excerpt.margin { text += margin + colours.caret("^") + "\n" }
    }
    return text
  }

  /// Further lines are indented, so that they can't be mistaken for another finding.
  private func printable(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" { shown += "\n  " } else { shown.unicodeScalars.append(scalar.shown) }
    }
    return shown
  }
}
