import YAML

/// JSON as Foundation and we understand it; numbers here are whole.
enum AnyJSON: Decodable, Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([AnyJSON])
  case object([String: AnyJSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let int = try? value.decode(Int.self) {
      self = .int(int)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([AnyJSON].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: AnyJSON].self))
    }
  }

  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar):
      switch scalar.style == .plain ? YAMLSchema.core12Extra.value(ofPlain: scalar.text) : .null {
      case .bool(let value): self = .bool(value)
      case .int(let value): self = .int(value)
      default: self = scalar.style == .plain ? .null : .string(scalar.text)
      }
    case .sequence(let sequence): self = .array(sequence.items.map { AnyJSON($0) })
    case .mapping(let mapping):
      self = .object(
        Dictionary(mapping.pairs.map { ($0.name, AnyJSON($0.value)) }) { _, last in last })
    }
  }
}
