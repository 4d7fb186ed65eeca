import Diagnostics

struct JSONParser {
  private let bytes: [UInt8]
  private let file: String
  private let limits: YAMLLimits
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// Bytes on this line that are not the first of their character.
  private var continuations = 0
  private var nodeCount = 0

  init(_ bytes: [UInt8], file: String, limits: YAMLLimits) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
  }

  mutating func document() throws(Diagnostic) -> YAMLNode {
    let node = try value(depth: 0)
    skipSpace()
    if index < bytes.count { throw malformed("text follows the value") }
    return node
  }

  private var mark: YAMLMark {
    YAMLMark(line: line, column: index - lineStart - continuations + 1)
  }

  private func malformed(_ what: String) -> Diagnostic {
    .malformedJson(what, at: SourceLocation(mark, in: file))
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\n"):
        index += 1
        line += 1
        lineStart = index
        continuations = 0
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(Diagnostic) -> YAMLNode {
    skipSpace()
    let start = mark
    nodeCount += 1
    guard nodeCount <= limits.nodes else {
      throw .tooManyNodes(limit: limits.nodes, at: SourceLocation(start, in: file))
    }
    guard depth <= limits.depth else {
      throw .tooDeep(limit: limits.depth, at: SourceLocation(start, in: file))
    }
    let content: YAMLNode.Content
    switch next {
    case UInt8(ascii: "{"): content = .mapping(YAMLMapping(try pairs(depth), isFlow: true))
    case UInt8(ascii: "["): content = .sequence(YAMLSequence(try items(depth), isFlow: true))
    case UInt8(ascii: "\""): content = .scalar(YAMLScalar(try string(), style: .double))
    default: content = .scalar(YAMLScalar(try word()))
    }
    return YAMLNode(content, span: YAMLSpan(start, mark), file: file)
  }

  private mutating func items(_ depth: Int) throws(Diagnostic) -> [YAMLNode] {
    index += 1
    var items: [YAMLNode] = []
    if take(UInt8(ascii: "]")) { return items }
    repeat { items.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw malformed("',' or ']' is missing") }
    return items
  }

  private mutating func pairs(_ depth: Int) throws(Diagnostic) -> [YAMLMapping.Pair] {
    index += 1
    var pairs: [YAMLMapping.Pair] = []
    if take(UInt8(ascii: "}")) { return pairs }
    repeat {
      skipSpace()
      let start = mark
      guard next == UInt8(ascii: "\"") else { throw malformed("a key in quotes is missing") }
      let key = YAMLScalar(try string(), style: .double)
      let span = YAMLSpan(start, mark)
      guard take(UInt8(ascii: ":")) else { throw malformed("':' is missing") }
      pairs.append(YAMLMapping.Pair(key, at: span, try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw malformed("',' or '}' is missing") }
    // JSON leaves open what a second value for a key means; the tools here take the last.
    var none = Findings()
    return MappingPairs(file: file, options: .base).unique(pairs, findings: &none)
  }

  /// A number or `true`, `false`, `null`.
  private mutating func word() throws(Diagnostic) -> String {
    let start = index
    while let byte = next, byte.isWordInJSON { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    guard ["true", "false", "null"].contains(word) || JSONNumber.isNumber(word) else {
      index = start
      throw malformed("a value is missing")
    }
    return word
  }

  private mutating func string() throws(Diagnostic) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        index += 1
        guard let scalar = JSONEscape.scalar(in: bytes, at: &index) else {
          throw malformed("this escape does not exist")
        }
        text += Array(String(scalar).utf8)
      case 0..<0x20: throw malformed("a control character stands in a string")
      default:
        if byte & 0xC0 == 0x80 { continuations += 1 }
        text.append(byte)
        index += 1
      }
    }
    throw malformed("a string is never closed")
  }
}

extension UInt8 {
  fileprivate var isWordInJSON: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
