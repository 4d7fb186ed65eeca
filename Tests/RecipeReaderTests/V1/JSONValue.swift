@testable import RecipeReader

/// JSON to compare with: the order of keys does not matter, the type of numbers does.
enum JSONValue: Hashable, Sendable, Decodable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case list([JSONValue])
  case fields([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .boolean(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let items = try? container.decode([JSONValue].self) {
      self = .list(items)
    } else {
      self = .fields(try container.decode([String: JSONValue].self))
    }
  }

  init(_ tree: V1.Tree) {
    self =
      switch tree {
      case .null: .null
      case .boolean(let flag): .boolean(flag)
      case .integer(let number): .integer(number)
      case .number(let number): .number(number)
      case .string(let text): .string(text)
      case .list(let items): .list(items.map { JSONValue($0) })
      case .fields(let fields):
        .fields(
          Dictionary(uniqueKeysWithValues: fields.entries.map { ($0.name, JSONValue($0.value)) }))
      }
  }

  /// Python's view of a variant shows these as text.
  var asPythonVariant: JSONValue {
    switch self {
    case .null: .string("none")
    case .number(let number): .string(String(number))
    case .list(let items): .list(items.map(\.asPythonVariant))
    case .fields(let fields): .fields(fields.mapValues(\.asPythonVariant))
    default: self
    }
  }

  /// Where two values differ, as short sentences.
  func differences(from other: JSONValue, at path: String = "") -> [String] {
    switch (self, other) {
    case (.fields(let a), .fields(let b)):
      return Set(a.keys).union(b.keys).sorted().flatMap { key -> [String] in
        let path = path.isEmpty ? key : "\(path).\(key)"
        switch (a[key], b[key]) {
        case (let x?, let y?): return x.differences(from: y, at: path)
        case (let x?, nil): return ["\(path): \(x.text) is too much"]
        case (nil, let y?): return ["\(path): \(y.text) is missing"]
        case (nil, nil): return []
        }
      }
    case (.list(let a), .list(let b)) where a.count == b.count:
      return zip(a, b).enumerated().flatMap { index, pair in
        pair.0.differences(from: pair.1, at: "\(path)[\(index)]")
      }
    // The decoder takes 1.0 for a whole number.
    case (.number(let a), .integer(let b)) where a == Double(b): return []
    default: return self == other ? [] : ["\(path): \(text) is not \(other.text)"]
    }
  }

  var text: String {
    switch self {
    case .null: "null"
    case .boolean(let flag): String(flag)
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .string(let text): "\"\(text)\""
    case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .fields(let fields):
      "{"
        + fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }
        .joined(separator: ", ") + "}"
    }
  }
}
