/// Windows PowerShell and PowerShell 7. Older ones than 7.5 can't hold an empty variable, and take
/// it for an unset one.
enum PowerShellActivation: ActivationLanguage {
  static let fileExtension = "ps1"

  static func activate(_ change: PreparedChange) -> [String] {
    let (name, had, old) = (change.name, change.had, change.old)
    return [
      "if (-not (Test-Path Env:\(had))) {",
      "    if (Test-Path Env:\(name)) { $Env:\(had) = 'yes' } else { $Env:\(had) = 'no' }",
      "    $Env:\(old) = $Env:\(name)",
      "}",
    ] + effect(change)
  }

  static func deactivate(_ change: PreparedChange) -> [String] {
    let (name, had, old) = (change.name, change.had, change.old)
    return [
      "if (Test-Path Env:\(had)) {",
      "    if ($Env:\(had) -eq 'yes') {",
      "        $Env:\(name) = \"$Env:\(old)\"",
      "    } else {",
      "        \(removal(of: name))",
      "    }",
      "    \(removal(of: had))",
      "    \(removal(of: old))",
      "}",
    ]
  }

  private static func effect(_ change: PreparedChange) -> [String] {
    switch change.effect {
    case .set(let value): ["$Env:\(change.name) = \(expression(value))"]
    case .prepend(let folder):
      [
        "$Env:\(change.name) = \(expression(folder))",
        "if ($Env:\(change.old)) {",
        "    $Env:\(change.name) += [IO.Path]::PathSeparator + $Env:\(change.old)",
        "}",
      ]
    case .unset: [removal(of: change.name)]
    }
  }

  private static func removal(of name: String) -> String {
    "Remove-Item Env:\(name) -ErrorAction SilentlyContinue"
  }

  private static func expression(_ pieces: [TextPiece]) -> String {
    pieces.isEmpty ? "''" : pieces.map(term).joined(separator: " + ")
  }

  /// PowerShell takes typographic quotes for plain ones.
  private static let quotes = "'\u{2018}\u{2019}\u{201A}\u{201B}".unicodeScalars

  private static func term(_ piece: TextPiece) -> String {
    switch piece {
    case .literal(let text):
      "'" + text.mapScalars { quotes.contains($0) ? "\($0)\($0)" : nil }
        + "'"
    case .variable(let variable): "$Env:\(variable.name)"
    }
  }
}
