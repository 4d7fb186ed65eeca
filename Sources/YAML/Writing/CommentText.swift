/// Makes sure that a comment stays one, whatever its text holds.
enum CommentText {
  static func lines(of text: String) -> [String] {
    var lines = [""]
    for scalar in text.unicodeScalars {
      if scalar.isYAMLBreak {
        lines.append("")
      } else {
        lines[lines.count - 1].unicodeScalars.append(shown(scalar))
      }
    }
    return lines.map(withoutTrailingBlanks)
  }

  static func oneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar.isYAMLBreak ? " " : shown(scalar))
    }
    return withoutTrailingBlanks(line)
  }

  static func joined(_ first: String?, _ second: String?) -> String? {
    guard let first, let second else { return first ?? second }
    return "\(first) \(second)"
  }

  /// YAML forbids control characters everywhere, in comments too.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == "\t" || scalar.isYAMLPrintable ? scalar : "\u{FFFD}"
  }

  private static func withoutTrailingBlanks(_ line: String) -> String {
    var bytes = line.utf8[...]
    while let last = bytes.last, last.isBlank { bytes.removeLast() }
    return String(Substring(bytes))
  }
}

extension Unicode.Scalar {
  /// The line breaks of YAML 1.1, as libyaml and PyYAML see them.
  var isYAMLBreak: Bool {
    self == "\n" || self == "\r" || self == "\u{85}" || self == "\u{2028}" || self == "\u{2029}"
  }

  /// May stand as it is in a scalar on one line and is what it looks like.
  var isYAMLPrintable: Bool {
    switch value {
    case 0x20...0x7E, 0xA1...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFD:
      true
    default: false
    }
  }
}
