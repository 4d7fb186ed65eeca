extension BatchLine {
  /// A program's name: bare where cmd can't read more into it.
  mutating func program(_ pieces: [TextPiece]) {
    if let text = pieces.literal, !text.isEmpty, text.utf8.allSatisfy({ Self.isPlain($0) }) {
      code(text)
    } else {
      quoted(pieces)
    }
  }

  /// An argument as programs of Microsoft's C runtime take command lines apart: in double quotes,
  /// those inside behind a backslash, backslashes in front of a double quote twice.
  mutating func argument(_ pieces: [TextPiece]) {
    code(" ")
    if let text = pieces.literal, !text.isEmpty,
      text.utf8.allSatisfy({ Self.isPlain($0) || ":/\\+@".utf8.contains($0) })
    {
      return code(text)
    }
    quote()
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .variable(let variable): self.variable(variable)
      case .literal(let text):
        literal(Self.withBackslashes(text, isLast: index == pieces.count - 1))
      }
    }
    quote()
  }

  private static func withBackslashes(_ text: String, isLast: Bool) -> String {
    var result = ""
    var backslashes = 0
    for scalar in text.unicodeScalars {
      if scalar == "\\" {
        backslashes += 1
      } else {
        if scalar == "\"" { result += String(repeating: "\\", count: backslashes + 1) }
        backslashes = 0
      }
      result.unicodeScalars.append(scalar)
    }
    return result + (isLast ? String(repeating: "\\", count: backslashes) : "")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "_.-".utf8.contains(byte)
    }
  }
}
