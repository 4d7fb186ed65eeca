/// One word of a bash script, quoted so that it stays one word and keeps every letter.
package enum BashWord {
  /// Bare where that is safe, else in single quotes.
  package static func quoted(_ text: String) -> String {
    isSafe(text) ? text : "'" + text.replacingScalar("'", with: "'\\''") + "'"
  }

  /// The same without variables, in double quotes with them.
  static func quoted(_ pieces: [TextPiece]) -> String {
    if let text = pieces.literal { return quoted(text) }
    return "\"" + pieces.map(inDoubleQuotes).joined() + "\""
  }

  /// A word in the place of a command's name, where `a=b` would be an assignment and `if` a
  /// keyword.
  static func program(_ pieces: [TextPiece]) -> String {
    guard let text = pieces.literal, isSafe(text) else { return quoted(pieces) }
    return text.containsScalar("=") || keywords.contains(text) ? "'\(text)'" : text
  }

  static func inDoubleQuotes(_ piece: TextPiece) -> String {
    switch piece {
    case .literal(let text):
      text.mapScalars { "\\\"$`".unicodeScalars.contains($0) ? "\\\($0)" : nil }
    case .variable(let variable): reference(to: variable)
    }
  }

  /// Unset variables that nobody promised count as empty, also under `set -u`.
  static func reference(to variable: ShellVariable) -> String {
    variable.isGiven ? "${\(variable.name)}" : "${\(variable.name):-}"
  }

  private static func isSafe(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "_./:=@%+,-".utf8.contains(byte)
        }
      }
  }

  private static let keywords: Set<String> = [
    "case", "coproc", "do", "done", "elif", "else", "esac", "fi", "for", "function", "if", "in",
    "select", "then", "time", "until", "while",
  ]
}
