import YAML

/// What a text or tree means, without marks and styles: the common ground of PyYAML and ours.
indirect enum Tree: Hashable, Sendable {
  case string(String)
  case list([Tree])
  case map([Pair])
  case int(String)
  case float(bits: String)
  case bool(Bool)
  case null
  case timestamp(String)
  case other(String)
  case error(String)

  struct Pair: Hashable, Sendable {
    var key: Tree
    var value: Tree
  }
}

extension Tree {
  init(_ value: YAMLValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(String(value))
    case .bigInt(let digits): self = .int(digits)
    case .float(let value):
      let digits = String(value.bitPattern, radix: 16)
      self = .float(
        bits: value.isNaN ? "nan" : String(repeating: "0", count: 16 - digits.count) + digits)
    case .string(let text): self = .string(text)
    case .timestamp(let text): self = .timestamp(text)
    }
  }

  /// A tree to write; verbatim scalars are taken for what YAML 1.1 makes of them.
  init(_ block: YAMLBlock) {
    switch block {
    case .scalar(let text): self.init(text)
    case .sequence(let items): self = .list(items.map { Tree($0.value) })
    case .mapping(let entries):
      self = .map(entries.map { Pair(key: Tree($0.key), value: Tree($0.value)) })
    }
  }

  private init(_ text: YAMLText) {
    self =
      text.style == .verbatim
      ? Tree(YAMLSchema.pyyaml.value(ofPlain: text.text)) : .string(text.text)
  }

  var isError: Bool {
    if case .error = self { true } else { false }
  }
}

extension Tree: Codable {
  private enum Key: String, CodingKey { case s, l, m, i, f, b, n, t, o, e }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    guard let key = fields.allKeys.first else { throw Malformed() }
    switch key {
    case .s: self = .string(try fields.decode(String.self, forKey: key))
    case .l: self = .list(try fields.decode([Tree].self, forKey: key))
    case .m:
      self = .map(
        try fields.decode([[Tree]].self, forKey: key).map { pair in
          guard pair.count == 2 else { throw Malformed() }
          return Pair(key: pair[0], value: pair[1])
        })
    case .i: self = .int(try fields.decode(String.self, forKey: key))
    case .f: self = .float(bits: try fields.decode(String.self, forKey: key))
    case .b: self = .bool(try fields.decode(Bool.self, forKey: key))
    case .n: self = .null
    case .t: self = .timestamp(try fields.decode(String.self, forKey: key))
    case .o: self = .other(try fields.decode(String.self, forKey: key))
    case .e: self = .error(try fields.decode(String.self, forKey: key))
    }
  }

  struct Malformed: Error {}

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    switch self {
    case .string(let text): try fields.encode(text, forKey: .s)
    case .list(let items): try fields.encode(items, forKey: .l)
    case .map(let pairs): try fields.encode(pairs.map { [$0.key, $0.value] }, forKey: .m)
    case .int(let digits): try fields.encode(digits, forKey: .i)
    case .float(let bits): try fields.encode(bits, forKey: .f)
    case .bool(let value): try fields.encode(value, forKey: .b)
    case .null: try fields.encode(true, forKey: .n)
    case .timestamp(let text): try fields.encode(text, forKey: .t)
    case .other(let name): try fields.encode(name, forKey: .o)
    case .error(let message): try fields.encode(message, forKey: .e)
    }
  }
}
