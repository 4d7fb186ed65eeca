extension V1 {
  /// Whether a text is a pattern that the engine can match files with.
  enum GlobRule {
    /// What is wrong with the pattern, or nil.
    static func problem(in pattern: String) -> String? {
      let bytes = Array(pattern.utf8)
      var index = 0
      var depth = 0
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\\"):
          index += 1
          if index == bytes.count { return "it ends in a backslash" }
        case UInt8(ascii: "["):
          guard let end = classEnd(bytes, from: index) else { return "'[' is not closed" }
          index = end
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"):
          depth -= 1
          if depth < 0 { return "'}' has no '{' before it" }
        default: break
        }
        index += 1
      }
      return depth > 0 ? "'{' is not closed" : nil
    }

    /// The bracket that closes a class. One right behind the opening bracket stands for itself.
    private static func classEnd(_ bytes: [UInt8], from start: Int) -> Int? {
      var index = start + 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "^")
      {
        index += 1
      }
      let first = index
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "]"), index > first { return index }
        index += 1
      }
      return nil
    }
  }
}
