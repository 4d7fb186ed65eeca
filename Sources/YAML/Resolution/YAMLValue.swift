/// What a scalar means, once a schema has looked at its text.
package enum YAMLValue: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// A whole number that does not fit into `Int`: decimal digits, perhaps with a minus sign.
  case bigInt(String)
  case float(Double)
  case string(String)
  /// A date or a date with time as written; nobody here calculates with it.
  case timestamp(String)
}

extension YAMLValue: Hashable {
  /// NaN equals NaN here: two readings of one text are the same reading.
  package static func == (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let x), .bool(let y)): x == y
    case (.int(let x), .int(let y)): x == y
    case (.bigInt(let x), .bigInt(let y)): x == y
    case (.float(let x), .float(let y)): x == y || (x.isNaN && y.isNaN)
    case (.string(let x), .string(let y)): x == y
    case (.timestamp(let x), .timestamp(let y)): x == y
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .float(let value): hasher.combine(value.isNaN ? 0 : value)
    case .bigInt(let text), .string(let text), .timestamp(let text): hasher.combine(text)
    }
  }
}
