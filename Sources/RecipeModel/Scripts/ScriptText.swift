/// A text in a script: what is written stays as it is, letter for letter, in every shell; variables
/// are filled in when the script runs.
///
///     let text: ScriptText = "-DPython_EXECUTABLE=\(.python)"
///     let path: ScriptText = .prefix / "share" / "genn"
package struct ScriptText: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case literal(String)
    case variable(ScriptVariable)
    /// With the separators of the system that the script runs on.
    case path(ScriptPath)
    /// With `/` everywhere, as conda writes prefixes into text files.
    case slashedPath(ScriptPath)
  }

  package var parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }
  package init(_ literal: String) { parts = literal.isEmpty ? [] : [.literal(literal)] }
  package init(_ path: ScriptPath) { parts = [.path(path)] }
  package init(_ variable: ScriptVariable) { parts = [.variable(variable)] }

  package static func + (a: ScriptText, b: ScriptText) -> ScriptText {
    ScriptText(a.parts + b.parts)
  }

  /// A path below a variable or another path.
  package static func / (base: ScriptText, below: ScriptPath) -> ScriptText {
    switch base.parts.first {
    case .path(let path) where base.parts.count == 1: ScriptText(path / below)
    case .variable(let variable) where base.parts.count == 1:
      ScriptText(ScriptPath(variable) / below)
    default: ScriptText(ScriptPath(root: .here, components: [base]) / below)
    }
  }

  /// The text's lines; a line end at the very end starts no further line.
  package var lines: [ScriptText] {
    var lines = [ScriptText([])]
    for part in parts {
      guard case .literal(let text) = part else {
        lines[lines.count - 1].parts.append(part)
        continue
      }
      // By scalars: letters would take CR LF for one.
      let pieces = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { lines.append(ScriptText([])) }
        if !piece.isEmpty { lines[lines.count - 1].parts.append(.literal(String(piece))) }
      }
    }
    if let last = lines.last, last.parts.isEmpty { lines.removeLast() }
    return lines
  }
}

extension ScriptText {
  package static let prefix = ScriptText(.prefix as ScriptVariable)
  package static let buildPrefix = ScriptText(.buildPrefix as ScriptVariable)
  package static let libraryPrefix = ScriptText(.libraryPrefix as ScriptVariable)
  package static let buildLibraryPrefix = ScriptText(.buildLibraryPrefix as ScriptVariable)
  package static let srcDir = ScriptText(.srcDir as ScriptVariable)
  package static let recipeDir = ScriptText(.recipeDir as ScriptVariable)
  package static let sitePackages = ScriptText(.sitePackages as ScriptVariable)
  package static let python = ScriptText(.python as ScriptVariable)
  package static let packageName = ScriptText(.packageName as ScriptVariable)
  package static let packageVersion = ScriptText(.packageVersion as ScriptVariable)
  package static let cpuCount = ScriptText(.cpuCount as ScriptVariable)

  package static func environment(_ name: String) -> ScriptText {
    ScriptText(.environment(name) as ScriptVariable)
  }

  package static func path(_ path: ScriptPath) -> ScriptText { ScriptText(path) }
}
