/// Python's methods on texts as the filters of `recipe.yaml`: `version.split(".")[0]` becomes
/// `(version | split("."))[0]`.
enum V1Filters {
  private static let methods = ["split", "replace", "lower", "upper", "title", "join", "strip"]

  /// A text with its expressions rewritten.
  static func text(_ text: String) -> String {
    guard text.contains("${{") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "${{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      result += rest[..<open.upperBound]
      result += expression(String(rest[open.upperBound..<close.lowerBound]))
      result += rest[close.lowerBound..<close.upperBound]
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  static func expression(_ source: String) -> String {
    var bytes = Array(V1Names.renamed(source).utf8)
    // Each step takes one method away.
    for _ in 0..<20 {
      guard let next = rewritten(bytes) else { break }
      bytes = next
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func rewritten(_ bytes: [UInt8]) -> [UInt8]? {
    for method in methods {
      let mark = Array(".\(method)(".utf8)
      guard let dot = bytes.firstIndex(of: mark), let start = receiver(of: bytes, before: dot),
        let end = closing(bytes, from: dot + mark.count)
      else { continue }
      let arguments = bytes[(dot + mark.count)..<end]
      var result = Array(bytes[..<start]) + Array("(".utf8) + bytes[start..<dot]
      result += Array(" | \(method == "strip" ? "trim" : method)".utf8)
      if !arguments.isEmpty { result += Array("(".utf8) + arguments + Array(")".utf8) }
      return result + Array(")".utf8) + bytes[(end + 1)...]
    }
    return nil
  }

  /// Where a name begins, or a group in brackets.
  private static func receiver(of bytes: [UInt8], before dot: Int) -> Int? {
    var index = dot
    var depth = 0
    while index > 0 {
      switch bytes[index - 1] {
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth += 1
      case UInt8(ascii: "("), UInt8(ascii: "["):
        guard depth > 0 else { return index < dot ? index : nil }
        depth -= 1
      case let byte where depth == 0 && !byte.isPartOfName: return index < dot ? index : nil
      default: break
      }
      index -= 1
    }
    return depth == 0 && dot > 0 ? 0 : nil
  }

  private static func closing(_ bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate func firstIndex(of part: [UInt8]) -> Int? {
    guard count >= part.count else { return nil }
    return (0...(count - part.count)).first { self[$0..<($0 + part.count)].elementsEqual(part) }
  }
}

extension UInt8 {
  fileprivate var isPartOfName: Bool {
    self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z")
      || self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z")
      || self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") || self == UInt8(ascii: "_")
  }
}
