enum FishActivation: ActivationLanguage {
  static let fileExtension = "fish"

  static func activate(_ change: PreparedChange) -> [String] {
    let (name, had, old) = (change.name, change.had, change.old)
    return [
      "if not set -q \(had)",
      "    if set -q \(name)",
      "        set -gx \(had) yes",
      "    else",
      "        set -gx \(had) no",
      "    end",
      "    set -gx \(old) \"$\(name)\"",
      "end",
    ] + effect(change)
  }

  static func deactivate(_ change: PreparedChange) -> [String] {
    let (name, had, old) = (change.name, change.had, change.old)
    return [
      "if set -q \(had)",
      "    if test \"$\(had)\" = yes",
      "        set -gx \(name) \"$\(old)\"",
      "    else",
      "        set -e \(name)",
      "    end",
      "    set -e \(had)",
      "    set -e \(old)",
      "end",
    ]
  }

  private static func effect(_ change: PreparedChange) -> [String] {
    switch change.effect {
    case .set(let value): ["set -gx \(change.name) \(word(value))"]
    case .prepend(let folder):
      [
        "if test -n \"$\(change.old)\"",
        "    set -gx \(change.name) \(word(folder))\":$\(change.old)\"",
        "else",
        "    set -gx \(change.name) \(word(folder))",
        "end",
      ]
    case .unset: ["set -e \(change.name)"]
    }
  }

  /// Quoted parts side by side are one word.
  private static func word(_ pieces: [TextPiece]) -> String {
    pieces.isEmpty ? "''" : pieces.map(quoted).joined()
  }

  private static func quoted(_ piece: TextPiece) -> String {
    switch piece {
    case .literal(let text):
      "'" + text.mapScalars { $0 == "'" || $0 == "\\" ? "\\\($0)" : nil } + "'"
    case .variable(let variable): "\"$\(variable.name)\""
    }
  }
}
