/// The three ways of writing a scalar (`write_plain`, `write_single_quoted`, `write_double_quoted`),
/// for texts whose only line break is LF; PyYAML's analysis leaves no others to the first two.
extension PyYAMLEmitter {
  mutating func putPlain(_ text: [Unicode.Scalar], mayFold: Bool) {
    guard !text.isEmpty else { return }
    if !whitespace { write(" ") }
    whitespace = false
    indention = false
    var spaces = false
    var start = 0
    for end in 0...text.count {
      let character = end < text.count ? text[end] : nil
      if spaces, character != " " {
        if start + 1 == end, column > Self.width, mayFold {
          putIndent()
          whitespace = false
          indention = false
        } else {
          write(text[start..<end])
        }
        start = end
      } else if !spaces, character == nil || character == " " {
        write(text[start..<end])
        start = end
      }
      spaces = character == " "
    }
  }

  mutating func putSingleQuoted(_ text: [Unicode.Scalar], mayFold: Bool) {
    putIndicator("'", needsSpace: true)
    var spaces = false
    var breaks = false
    var start = 0
    for end in 0...text.count {
      let character = end < text.count ? text[end] : nil
      if spaces {
        if character != " " {
          if start + 1 == end, column > Self.width, mayFold, start != 0, end != text.count {
            putIndent()
          } else {
            write(text[start..<end])
          }
          start = end
        }
      } else if breaks {
        if character != "\n" {
          // A single break inside quotes reads as a space, so one more is written than there are.
          putLineBreak()
          for _ in start..<end { putLineBreak() }
          putIndent()
          start = end
        }
      } else if character == nil || character == " " || character == "\n" || character == "'" {
        write(text[start..<end])
        start = end
      }
      if character == "'" {
        write("''")
        start = end + 1
      }
      spaces = character == " "
      breaks = character == "\n"
    }
    putIndicator("'", needsSpace: false)
  }

  mutating func putDoubleQuoted(_ text: [Unicode.Scalar], mayFold: Bool) {
    putIndicator("\"", needsSpace: true)
    var start = 0
    for end in 0...text.count {
      let character = end < text.count ? text[end] : nil
      if character.map(Self.needsEscape) ?? true {
        if start < end {
          write(text[start..<end])
          start = end
        }
        if let character {
          write(Self.escape(character))
          start = end + 1
        }
      }
      guard mayFold, end > 0, end < text.count - 1, character == " " || start >= end,
        column + (end - start) > Self.width
      else { continue }
      // `start` may be one past `end`: then nothing is left to write before the break.
      if start < end {
        write(text[start..<end])
        start = end
      }
      write("\\")
      putIndent()
      whitespace = false
      indention = false
      if text[start] == " " { write("\\") }
    }
    putIndicator("\"", needsSpace: false)
  }

  private static func needsEscape(_ character: Unicode.Scalar) -> Bool {
    character == "\"" || character == "\\" || !(0x20...0x7E).contains(character.value)
  }

  private static func escape(_ character: Unicode.Scalar) -> String {
    switch character {
    case "\0": return "\\0"
    case "\u{7}": return "\\a"
    case "\u{8}": return "\\b"
    case "\t": return "\\t"
    case "\n": return "\\n"
    case "\u{B}": return "\\v"
    case "\u{C}": return "\\f"
    case "\r": return "\\r"
    case "\u{1B}": return "\\e"
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\u{85}": return "\\N"
    case "\u{A0}": return "\\_"
    case "\u{2028}": return "\\L"
    case "\u{2029}": return "\\P"
    default: return ScalarPrinter.escape(character.value)
    }
  }
}
