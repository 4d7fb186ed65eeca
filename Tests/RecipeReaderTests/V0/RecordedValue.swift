import RecipeReader

/// Recorded JSON, and rendered trees in the same form.
enum RecordedValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case text(String)
  case list([RecordedValue])
  case object([String: RecordedValue])
}

extension RecordedValue: Decodable {
  init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let flag = try? single.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? single.decode(Int.self) {
      self = .int(number)
    } else if let text = try? single.decode(String.self) {
      self = .text(text)
    } else if let list = try? single.decode([RecordedValue].self) {
      self = .list(list)
    } else {
      self = .object(try single.decode([String: RecordedValue].self))
    }
  }
}

extension RecordedValue: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let flag): try container.encode(flag)
    case .int(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }
}

extension RecordedValue {
  init(_ node: RenderedNode) {
    switch node.value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .text(let text): self = .text(text)
    case .list(let nodes): self = .list(nodes.map { RecordedValue($0) })
    case .map(let map): self = RecordedValue(map)
    }
  }

  init(_ map: RenderedMap) {
    self = .object(
      Dictionary(map.entries.map { ($0.key, RecordedValue($0.value)) }, uniquingKeysWith: { $1 }))
  }

  var asText: String? {
    if case .text(let text) = self { text } else { nil }
  }

  subscript(key: String) -> RecordedValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }
}
