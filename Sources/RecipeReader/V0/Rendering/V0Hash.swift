/// The hash in a build string: the beginning of the SHA-1 of sorted JSON, as Python writes it.
enum V0Hash {
  static func json(_ contents: [String: String]) -> String {
    let members = contents.sorted {
      $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
    }
    return "{" + members.map { "\(quoted($0.key)): \(quoted($0.value))" }.joined(separator: ", ")
      + "}"
  }

  /// `h` and seven digits.
  static func short(_ contents: [String: String]) -> String {
    "h" + SHA1.hexadecimal(Array(json(contents).utf8)).prefix(7)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }
    }
    return result + "\""
  }
}
