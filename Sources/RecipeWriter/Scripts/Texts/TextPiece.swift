/// What a script's text comes down to for one shell: letters, and variables by the name they have
/// there.
enum TextPiece: Hashable, Sendable {
  case literal(String)
  case variable(ShellVariable)
}

/// An environment variable as a script reads it.
struct ShellVariable: Hashable, Sendable {
  var name: String
  /// Whoever runs the script sets it, and it holds a path.
  var isGiven = true
  /// Its `\` are turned into `/`; only on Windows, where there are such.
  var isSlashed = false
}

extension [TextPiece] {
  /// Neighbouring letters in one piece, empty ones gone.
  var joined: [TextPiece] {
    reduce(into: []) { pieces, piece in
      switch (pieces.last, piece) {
      case (_, .literal("")): break
      case (.literal(let before)?, .literal(let text)):
        pieces[pieces.count - 1] = .literal(before + text)
      default: pieces.append(piece)
      }
    }
  }

  /// The text, where no variable is in it.
  var literal: String? {
    var text = ""
    for piece in self {
      guard case .literal(let part) = piece else { return nil }
      text += part
    }
    return text
  }
}
