/// cmd, which knows no difference between an empty and an unset variable. Called into the user's
/// own shell: `@` line by line, as `@echo off` would outlast the script.
enum CmdActivation {
  static let fileExtension = "bat"

  static func activate(_ change: PreparedChange) -> [BatchLine] {
    let (name, had, old) = (change.name, change.had, change.old)
    let first = "if not defined \(had) "
    return [
      code("\(first)set \"\(old)=%\(name)%\""),
      code("\(first)if defined \(name) set \"\(had)=yes\""),
      code("\(first)set \"\(had)=no\""),
    ] + effect(change)
  }

  static func deactivate(_ change: PreparedChange) -> [BatchLine] {
    let (name, had, old) = (change.name, change.had, change.old)
    return [
      code("if \"%\(had)%\"==\"yes\" set \"\(name)=%\(old)%\""),
      code("if \"%\(had)%\"==\"no\" set \"\(name)=\""),
      code("set \"\(had)=\""),
      code("set \"\(old)=\""),
    ]
  }

  private static func effect(_ change: PreparedChange) -> [BatchLine] {
    switch change.effect {
    case .set(let value): [assignment(change.name, value)]
    case .prepend(let folder):
      [
        assignment(change.name, folder),
        code("if defined \(change.old) set \"\(change.name)=%\(change.name)%;%\(change.old)%\""),
      ]
    case .unset: [code("set \"\(change.name)=\"")]
    }
  }

  private static func assignment(_ name: String, _ value: [TextPiece]) -> BatchLine {
    var line = BatchLine()
    line.code("set \"\(name)=")
    line.pieces(value)
    line.quote()
    return line
  }

  private static func code(_ text: String) -> BatchLine {
    var line = BatchLine()
    line.code(text)
    return line
  }
}
