import RecipeModel

extension BatchPrinter {
  /// Where conda looks for what it shows at the end.
  static let intoMessages = ">>\"%PREFIX%\\.messages.txt\""

  /// Adds lines unless they are there already, which their longest parts tell. That nothing can be
  /// said is no failure.
  mutating func message(_ lines: [ScriptText]) {
    guard context.scope == .link else {
      return context.report(.messageOutsideLinkScript(at: context.location))
    }
    let lines = lines.flatMap { $0.lines.isEmpty ? [ScriptText([])] : $0.lines }
      .map { context.pieces($0) }
    let marks = lines.compactMap { Self.mark(of: $0) }
      .sorted { $0.utf8.count > $1.utf8.count }.prefix(3)
    guard !lines.isEmpty else { return }
    add("set \"_said=\(marks.isEmpty ? "" : "1")\"")
    for mark in marks {
      // By its full path: an environment may hold another `find`.
      add { line in
        line.code("\"%SystemRoot%\\System32\\find.exe\" ")
        line.quoted([.literal(mark)])
        line.code(" \"%PREFIX%\\.messages.txt\" >nul 2>nul")
      }
      add("if %ERRORLEVEL% neq 0 set \"_said=\"")
    }
    add("if not exist \"%PREFIX%\\\" set \"_said=1\"")
    for pieces in lines {
      var line = BatchLine()
      line.code(Self.intoMessages + " ")
      line.echo(pieces)
      add(line, onlyIf: "if not defined _said ")
    }
  }

  /// The longest part of a line that `find` takes as it is.
  private static func mark(of line: [TextPiece]) -> String? {
    var longest = ""
    for case .literal(let text) in line {
      for part in text.unicodeScalars.split(whereSeparator: { $0 == "\"" || $0 == "\\" })
      where part.count > longest.unicodeScalars.count {
        longest = String(part)
      }
    }
    return longest.utf8.contains { $0 != 0x20 && $0 != 0x09 } ? longest : nil
  }
}
