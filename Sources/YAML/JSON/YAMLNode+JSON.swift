extension YAMLNode {
  package enum KeyOrder: Sendable { case written, sorted }

  /// The node as JSON without spaces, scalars as the schema reads them.
  ///
  /// Keys are their text. JSON knows neither dates nor infinity: dates become text, numbers that
  /// are not finite become null.
  package func jsonText(schema: YAMLSchema, keys: KeyOrder = .written) -> String {
    var printer = JSONPrinter(schema: schema, keys: keys)
    printer.put(self)
    return String(decoding: printer.out, as: UTF8.self)
  }
}

struct JSONPrinter {
  let schema: YAMLSchema
  let keys: YAMLNode.KeyOrder
  private(set) var out: [UInt8] = []

  init(schema: YAMLSchema, keys: YAMLNode.KeyOrder) {
    self.schema = schema
    self.keys = keys
  }

  mutating func put(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar): put(scalar.resolved(by: schema))
    case .sequence(let sequence):
      out.append(UInt8(ascii: "["))
      for (index, item) in sequence.items.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        put(item)
      }
      out.append(UInt8(ascii: "]"))
    case .mapping(let mapping):
      out.append(UInt8(ascii: "{"))
      for (index, pair) in ordered(mapping.pairs).enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        put(pair.name)
        out.append(UInt8(ascii: ":"))
        put(pair.value)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// By code points, as Python sorts.
  private func ordered(_ pairs: [YAMLMapping.Pair]) -> [YAMLMapping.Pair] {
    guard keys == .sorted else { return pairs }
    return pairs.sorted {
      $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars)
    }
  }

  private mutating func put(_ value: YAMLValue) {
    switch value {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .int(let value): out += String(value).utf8
    case .bigInt(let digits): out += digits.utf8
    case .float(let value): out += (value.isFinite ? value.description : "null").utf8
    case .string(let text), .timestamp(let text): put(text)
    }
  }

  private mutating func put(_ text: String) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out += "\\\"".utf8
      case UInt8(ascii: "\\"): out += "\\\\".utf8
      case UInt8(ascii: "\n"): out += "\\n".utf8
      case UInt8(ascii: "\r"): out += "\\r".utf8
      case UInt8(ascii: "\t"): out += "\\t".utf8
      case 0..<0x10: out += "\\u000\(String(byte, radix: 16))".utf8
      case 0x10..<0x20: out += "\\u00\(String(byte, radix: 16))".utf8
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
