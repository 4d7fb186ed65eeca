/// A text as a literal of Swift; several lines, or a very long one, become a multi-line literal.
struct SwiftString {
  /// Pieces between which expressions such as `\(.version)` stand.
  enum Part {
    case text(String)
    case interpolation(String)
  }

  var parts: [Part]

  init(_ text: String) { parts = [.text(text)] }
  init(parts: [Part]) { self.parts = parts }

  private static let longest = 400

  var oneLine: String? {
    var result = "\""
    for part in parts {
      switch part {
      case .interpolation(let text): result += "\\(\(text))"
      case .text(let text):
        if text.utf8.contains(UInt8(ascii: "\n")) { return nil }
        result += Self.escaped(text, quotes: true)
      }
    }
    return result + "\""
  }

  func lines(indent: Int) -> [String] {
    if let line = oneLine { return [String(repeating: " ", count: indent) + line] }
    var text = ""
    for part in parts {
      switch part {
      case .interpolation(let inner): text += "\\(\(inner))"
      case .text(let piece): text += Self.escaped(piece, quotes: false)
      }
    }
    let space = String(repeating: " ", count: indent)
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      row.isEmpty ? "" : space + "  " + row
    }
    // The quotes' own indentation is taken off each line.
    return [space + "\"\"\""] + rows + [space + "  \"\"\""]
  }

  /// What can't stand as it is: backslashes, quotes, and letters that can't be seen.
  private static func escaped(_ text: String, quotes: Bool) -> String {
    var result = ""
    var quotesBefore = 0
    for scalar in text.unicodeScalars {
      quotesBefore = scalar == "\"" ? quotesBefore + 1 : 0
      switch scalar {
      case "\\": result += "\\\\"
      case "\"" where quotes || quotesBefore == 3:
        result += "\\\""
        quotesBefore = 0
      case "\n" where !quotes: result += "\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where isInvisible(scalar): result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      true
    case .spaceSeparator: scalar != " "
    default: false
    }
  }
}
