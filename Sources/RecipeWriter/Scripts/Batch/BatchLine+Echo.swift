extension BatchLine {
  /// `echo` and its text. With a point where cmd would take the text for one of its options, or for
  /// none.
  mutating func echo(_ pieces: [TextPiece]) {
    let text = pieces.literal
    let words = pieces.compactMap { if case .literal(let part) = $0 { part } else { nil } }.joined()
    let isPlain =
      words.utf8.contains { $0 != 0x20 && $0 != 0x09 } && !words.unicodeScalars.holds("/?")
      && !(text.map { ["on", "off"].contains(Self.trimmed($0).lowercased()) } ?? false)
    code(isPlain ? "echo " : "echo.")
    for piece in pieces {
      switch piece {
      case .literal(let part): echoed(part)
      case .variable(let variable): self.variable(variable)
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.split(separator: " ").joined(separator: " "))
  }
}

extension String.UnicodeScalarView {
  fileprivate func holds(_ pair: String) -> Bool {
    let pair = Array(pair.unicodeScalars)
    return zip(self, dropFirst()).contains { $0 == pair[0] && $1 == pair[1] }
  }
}
