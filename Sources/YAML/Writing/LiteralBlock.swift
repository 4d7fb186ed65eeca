/// Text of several lines behind `|`.
struct LiteralBlock {
  /// `|`, with `2` where the text begins with a blank and `-` where it has no newline at its end.
  let header: String
  let lines: [Substring]

  /// Nothing if a literal block cannot say it, or only in a way that is easily misread.
  init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let hasFinalNewline = lines.last?.isEmpty == true
    if hasFinalNewline { lines.removeLast() }
    guard let first = lines.first, let last = lines.last, !first.isEmpty, !last.isEmpty,
      !Self.isBlank(first), !Self.isBlank(last),
      lines.allSatisfy({ $0.unicodeScalars.allSatisfy { $0 == "\t" || $0.isYAMLPrintable } })
    else { return nil }
    let indicator = first.utf8.first?.isBlank == true ? "2" : ""
    header = "|" + indicator + (hasFinalNewline ? "" : "-")
    self.lines = lines
  }

  private static func isBlank(_ line: Substring) -> Bool { line.utf8.allSatisfy(\.isBlank) }
}
