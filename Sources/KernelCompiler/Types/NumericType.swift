/// The types of the snippet language; all of them hold numbers.
package enum NumericType: String, Hashable, Sendable, CaseIterable {
  case bool
  case int8 = "int8_t"
  case uint8 = "uint8_t"
  case int16 = "int16_t"
  case uint16 = "uint16_t"
  case int32 = "int32_t"
  case uint32 = "uint32_t"
  case int64 = "int64_t"
  case uint64 = "uint64_t"
  case float
  case double

  var isInteger: Bool { self != .float && self != .double }
  var isReal: Bool { !isInteger }

  var isSigned: Bool {
    switch self {
    case .bool, .uint8, .uint16, .uint32, .uint64: false
    default: true
    }
  }

  var bits: Int {
    switch self {
    case .bool: 1
    case .int8, .uint8: 8
    case .int16, .uint16: 16
    case .int32, .uint32, .float: 32
    case .int64, .uint64, .double: 64
    }
  }

  /// What an integer type can hold; empty of meaning for real types.
  var integerRange: ClosedRange<Int128> {
    isSigned
      ? -(1 << Int128(bits - 1))...((1 << Int128(bits - 1)) - 1)
      : 0...((1 << Int128(bits)) - 1)
  }

  /// C's integer promotion: integers that are smaller than `int` become `int`.
  var promoted: NumericType { isInteger && bits < 32 ? .int32 : self }

  /// C's usual arithmetic conversions.
  func common(with other: NumericType) -> NumericType {
    if self == .double || other == .double { return .double }
    if self == .float || other == .float { return .float }
    let (a, b) = (promoted, other.promoted)
    if a == b { return a }
    if a.bits != b.bits { return a.bits > b.bits ? a : b }
    return a.isSigned ? b : a
  }

  /// As C++ names it.
  var cxxName: String {
    switch self {
    case .bool, .float, .double: rawValue
    default: "std::" + rawValue
    }
  }
}
