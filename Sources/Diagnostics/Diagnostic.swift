/// One finding: what is wrong, where, and what to do about it.
///
/// Messages are written as static members, one per kind of finding, next to the rule that finds it;
/// the member's name becomes the finding's ID:
///
///     extension Diagnostic {
///       static func unknownVariant(_ name: String, at place: SourceLocation) -> Diagnostic {
///         Diagnostic(.error, at: place, "no variant is named '\(name)'", remedy: "declare it")
///       }
///     }
///     // Recipes/PyGeNN.swift:12:5: error: no variant is named 'cuad' [unknown-variant]
package struct Diagnostic: Hashable, Sendable, Error {
  package enum Severity: String, Sendable, Codable, CaseIterable {
    case error, warning, note
  }

  /// A further place that explains the finding.
  package struct Note: Hashable, Sendable {
    package var message: String
    package var location: SourceLocation?

    package init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// Stable and in kebab case (`unknown-variant`).
  package var id: String
  package var severity: Severity
  package var message: String
  /// What to do, as an imperative without a full stop.
  package var remedy: String?
  package var location: SourceLocation?
  package var notes: [Note]

  package init(
    _ severity: Severity, at location: SourceLocation?, _ message: String, remedy: String? = nil,
    notes: [Note] = [], id: String = #function
  ) {
    self.id = Self.identifier(fromFunction: id)
    self.severity = severity
    self.location = location
    self.message = message
    self.remedy = remedy
    self.notes = notes
  }

  /// `unknownVariant(_:at:)` → `unknown-variant`.
  private static func identifier(fromFunction function: String) -> String {
    var id = ""
    for character in function.prefix(while: { $0 != "(" }) {
      if character.isUppercase { id += "-" }
      id += character.lowercased()
    }
    return id
  }
}
