/// A number of one of the language's types, as the reference interpreter holds it.
package enum Value: Hashable, Sendable {
  case integer(Int128, NumericType)
  case float(Float)
  case double(Double)

  package var type: NumericType {
    switch self {
    case .integer(_, let type): type
    case .float: .float
    case .double: .double
    }
  }

  static func bool(_ value: Bool) -> Value { .integer(value ? 1 : 0, .bool) }

  static func zero(_ type: NumericType) -> Value {
    switch type {
    case .float: .float(0)
    case .double: .double(0)
    default: .integer(0, type)
    }
  }

  /// As C reads a number where a condition is needed; NaN is true.
  var isTrue: Bool {
    switch self {
    case .integer(let value, _): value != 0
    case .float(let value): value != 0
    case .double(let value): value != 0
    }
  }

  var isFinite: Bool {
    switch self {
    case .integer: true
    case .float(let value): value.isFinite
    case .double(let value): value.isFinite
    }
  }

  /// The nearest double; exact unless it is an integer beyond 2^53.
  package var asDouble: Double {
    switch self {
    case .integer(let value, _): Double(truncating: value)
    case .float(let value): Double(value)
    case .double(let value): value
    }
  }

  /// Whether both have one type and the same bits, so that NaN equals itself and -0 differs from 0.
  package func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.integer(let a, let x), .integer(let b, let y)): a == b && x == y
    case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
    case (.double(let a), .double(let b)): a.bitPattern == b.bitPattern
    default: false
    }
  }
}

extension Value: CustomStringConvertible {
  /// The shortest text that reads back as the same number.
  package var description: String {
    switch self {
    case .integer(let value, _): String(value)
    case .float(let value): String(describing: value)
    case .double(let value): String(describing: value)
    }
  }
}

extension Double {
  /// Correctly rounded, for every integer of the language.
  init(truncating value: Int128) {
    if let small = Int64(exactly: value) {
      self = Double(small)
    } else {
      self = Double(UInt64(truncatingIfNeeded: value))
    }
  }
}

extension Float {
  /// Correctly rounded, for every integer of the language.
  init(truncating value: Int128) {
    if let small = Int64(exactly: value) {
      self = Float(small)
    } else {
      self = Float(UInt64(truncatingIfNeeded: value))
    }
  }
}
