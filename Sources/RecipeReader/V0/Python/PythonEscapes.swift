/// The backslash escapes of Python's string literals, which Jinja's share.
enum PythonEscapes {
  static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let kind = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      switch kind {
      case "\n": break
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "a": result.append("\u{7}")
      case "b": result.append("\u{8}")
      case "f": result.append("\u{C}")
      case "v": result.append("\u{B}")
      case "\\", "'", "\"": result.append(kind)
      case "0"..."7":
        var digits = String(kind)
        while digits.utf8.count < 3, let next = rest.first, ("0"..."7").contains(next) {
          digits.unicodeScalars.append(next)
          rest.removeFirst()
        }
        append(digits, radix: 8, to: &result)
      case "x", "u", "U":
        let count = kind == "x" ? 2 : kind == "u" ? 4 : 8
        let digits = String(String.UnicodeScalarView(rest.prefix(count)))
        if digits.utf8.count == count, UInt32(digits, radix: 16) != nil {
          rest = rest.dropFirst(count)
          append(digits, radix: 16, to: &result)
        } else {
          result.append(scalar)
          result.append(kind)
        }
      default:
        result.append(scalar)
        result.append(kind)
      }
    }
    return String(result)
  }

  private static func append(
    _ digits: String, radix: Int, to result: inout String.UnicodeScalarView
  ) {
    result.append(
      UInt32(digits, radix: radix).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
  }
}
