/// bash, zsh, dash: sourced into the user's shell, so nothing may end it, whatever options are set
/// there.
enum PosixActivation: ActivationLanguage {
  static let fileExtension = "sh"

  static func activate(_ change: PreparedChange) -> [String] {
    let (name, had, old) = (change.name, change.had, change.old)
    return [
      "if [ -z \"${\(had)+x}\" ]; then",
      "  export \(had)=\"${\(name)+yes}\"",
      "  export \(old)=\"${\(name)-}\"",
      "fi",
    ] + effect(change)
  }

  static func deactivate(_ change: PreparedChange) -> [String] {
    let (name, had, old) = (change.name, change.had, change.old)
    return [
      "if [ -n \"${\(had)+x}\" ]; then",
      "  if [ -n \"${\(had)}\" ]; then export \(name)=\"${\(old)-}\"; else unset \(name); fi",
      "  unset \(had) \(old)",
      "fi",
    ]
  }

  private static func effect(_ change: PreparedChange) -> [String] {
    switch change.effect {
    case .set(let value): ["export \(change.name)=\(word(value))"]
    case .prepend(let folder):
      [
        "export \(change.name)=\"\(folder.map(inQuotes).joined())"
          + "${\(change.old):+:${\(change.old)}}\""
      ]
    case .unset: ["unset \(change.name)"]
    }
  }

  private static func word(_ pieces: [TextPiece]) -> String {
    pieces.literal == nil
      ? "\"" + pieces.map(inQuotes).joined() + "\"" : BashWord.quoted(pieces)
  }

  private static func inQuotes(_ piece: TextPiece) -> String {
    if case .variable(let variable) = piece { return "${\(variable.name):-}" }
    return BashWord.inDoubleQuotes(piece)
  }
}
