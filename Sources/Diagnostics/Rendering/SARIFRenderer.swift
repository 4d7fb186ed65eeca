/// Findings as one SARIF 2.1.0 run (OASIS Static Analysis Results Interchange Format).
package struct SARIFRenderer: Sendable {
  private let toolVersion: String

  package init(toolVersion: String) { self.toolVersion = toolVersion }

  package func render(_ findings: [Diagnostic]) -> String {
    let ids = Set(findings.map(\.id)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    let driver: JSONText = [
      "name": "gennforge",
      "version": .string(toolVersion),
      "rules": .array(ids.map { ["id": .string($0)] }),
    ]
    let run: JSONText = [
      "tool": ["driver": driver],
      // Columns count Unicode scalars (SourceLocation); SARIF assumes UTF-16 units otherwise.
      "columnKind": "unicodeCodePoints",
      "results": .array(findings.map { result($0, ruleIndex: indices[$0.id] ?? -1) }),
    ]
    let log: JSONText = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [run],
    ]
    return log.text() + "\n"
  }

  private func result(_ finding: Diagnostic, ruleIndex: Int) -> JSONText {
    var lines = [finding.message]
    if let remedy = finding.remedy { lines.append("remedy: \(remedy)") }
    lines += finding.notes.filter { $0.location == nil }.map { "note: \($0.message)" }
    var members: [JSONText.Member] = [
      .init("ruleId", .string(finding.id)),
      .init("ruleIndex", .integer(ruleIndex)),
      .init("level", .string(finding.severity.rawValue)),
      .init("message", ["text": .string(lines.joined(separator: "\n"))]),
    ]
    if let location = finding.location {
      members.append(.init("locations", [Self.place(location)]))
    }
    let related = finding.notes.compactMap { note in
      note.location.map { Self.place($0, message: note.message) }
    }
    if !related.isEmpty { members.append(.init("relatedLocations", .array(related))) }
    return .object(members)
  }

  private static func place(_ location: SourceLocation, message: String? = nil) -> JSONText {
    var physical: [JSONText.Member] = [
      .init("artifactLocation", ["uri": .string(uri(ofFile: location.file))])
    ]
    if location.line >= 1 {
      var region: [JSONText.Member] = [.init("startLine", .integer(location.line))]
      if location.column >= 1 { region.append(.init("startColumn", .integer(location.column))) }
      physical.append(.init("region", .object(region)))
    }
    var members: [JSONText.Member] = [.init("physicalLocation", .object(physical))]
    if let message { members.append(.init("message", ["text": .string(message)])) }
    return .object(members)
  }

  /// A relative path stays relative (to the repository), an absolute one becomes a `file:` URI.
  private static func uri(ofFile path: String) -> String {
    var uri = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    for byte in path.utf8 {
      if plainInPath.contains(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let code = String(byte, radix: 16, uppercase: true)
        uri += "%" + (code.utf8.count < 2 ? "0" : "") + code
      }
    }
    return uri
  }

  /// RFC 3986's unreserved characters, the slash, and what a path segment may hold; no colon, which
  /// would make a scheme of what stands before it.
  private static let plainInPath = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@".utf8)
}
