/// Findings as GitHub workflow commands, which become annotations:
///
///     ::error file=recipe.yaml,line=3,col=5,title=unknown-variant::no variant is named 'cuad'
///
/// Remedy and notes follow in the same annotation, each on a line of its own.
package struct GitHubRenderer: Sendable {
  package init() {}

  package func render(_ findings: [Diagnostic]) -> String {
    findings.map { render($0) + "\n" }.joined()
  }

  package func render(_ finding: Diagnostic) -> String {
    var properties: [(String, String)] = []
    if let location = finding.location {
      properties.append(("file", location.file))
      if location.line >= 1 { properties.append(("line", String(location.line))) }
      if location.line >= 1, location.column >= 1 {
        properties.append(("col", String(location.column)))
      }
    }
    properties.append(("title", finding.id))
    var lines = [finding.message]
    if let remedy = finding.remedy { lines.append("remedy: \(remedy)") }
    for note in finding.notes {
      lines.append("note: \(note.message)" + (note.location.map { " (\($0))" } ?? ""))
    }
    let written = properties.map { "\($0)=\(Self.escape(property: $1))" }.joined(separator: ",")
    let message = Self.escape(message: lines.joined(separator: "\n"))
    return "::\(Self.command(for: finding.severity)) \(written)::\(message)"
  }

  private static func command(for severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func escape(message: String) -> String {
    escape(message, "%\r\n")
  }

  private static func escape(property: String) -> String {
    escape(property, "%\r\n:,")
  }

  private static func escape(_ text: String, _ reserved: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if reserved.unicodeScalars.contains(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        escaped += "%" + (code.utf8.count < 2 ? "0" : "") + code
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
