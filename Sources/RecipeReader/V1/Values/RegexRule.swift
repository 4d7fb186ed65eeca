extension V1 {
  /// Whether brackets and escapes of a regular expression add up.
  enum RegexRule {
    static func problem(in regex: String) -> String? {
      let bytes = Array(regex.utf8)
      var depth = 0
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\\"):
          index += 1
          if index == bytes.count { return "it ends in a backslash" }
        case UInt8(ascii: "["):
          guard let end = classEnd(bytes, from: index) else { return "'[' is not closed" }
          index = end
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"):
          depth -= 1
          if depth < 0 { return "')' has no '(' before it" }
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
          if index == 0 { return "there is nothing to repeat" }
        default: break
        }
        index += 1
      }
      return depth > 0 ? "'(' is not closed" : nil
    }

    private static func classEnd(_ bytes: [UInt8], from start: Int) -> Int? {
      var index = start + 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "^") { index += 1 }
      let first = index
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "\\") {
          index += 1
        } else if bytes[index] == UInt8(ascii: "]"), index > first {
          return index
        }
        index += 1
      }
      return nil
    }
  }
}
