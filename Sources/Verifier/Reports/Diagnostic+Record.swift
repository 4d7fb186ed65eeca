import Diagnostics
import YAML

/// Findings in records that a later run reads again.
extension Diagnostic {
  var record: JSONText {
    [
      "id": .string(id), "severity": .string(severity.rawValue), "message": .string(message),
      "remedy": .optional(remedy), "file": .optional(location?.file),
      "line": location.map { .integer($0.line) } ?? .null,
      "column": location.map { .integer($0.column) } ?? .null,
      "notes": .strings(notes.map(\.message)),
    ]
  }

  /// nil if it can't be read any more.
  init?(record node: YAMLNode) {
    func text(_ name: String) -> String? {
      guard let scalar = node[name]?.scalar, !(scalar.style == .plain && scalar.text == "null")
      else { return nil }
      return scalar.text
    }
    guard let id = text("id"), let message = text("message"),
      let severity = text("severity").flatMap({ Severity(rawValue: $0) })
    else { return nil }
    var place: SourceLocation?
    if let file = text("file"), let line = text("line").flatMap({ Int($0) }) {
      place = SourceLocation(
        file: file, line: line, column: text("column").flatMap { Int($0) } ?? 1)
    }
    self.init(
      severity, at: place, message, remedy: text("remedy"),
      notes: (node["notes"]?.texts ?? []).map { Note($0) }, id: id)
  }
}

extension YAMLNode {
  /// The texts of a list.
  var texts: [String] { sequence?.items.compactMap { $0.scalar?.text } ?? [] }
}
