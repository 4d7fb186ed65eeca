/// The operators on values, one IEEE 754 or two's complement operation each, rounded in the type of
/// the operands: no fused multiply-add, no extended precision, no reordering.
enum Arithmetic {
  static func apply(_ operation: UnaryOperator, to operand: Value) throws(Fault) -> Value {
    switch (operation, operand) {
    case (.not, _): .bool(!operand.isTrue)
    case (.plus, _): operand
    case (.minus, .float(let x)): .float(-x)
    case (.minus, .double(let x)): .double(-x)
    case (.minus, .integer(let x, let type)): try integer(-x, type)
    case (.complement, .integer(let x, let type)): .integer((~x).wrapped(to: type), type)
    case (.complement, _): operand
    }
  }

  /// Both operands have the same type, but for a shift's.
  static func apply(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws(Fault) -> Value {
    switch (left, right) {
    case (.float(let x), .float(let y)): real(operation, x, y) { .float($0) }
    case (.double(let x), .double(let y)): real(operation, x, y) { .double($0) }
    case (.integer(let x, let type), .integer(let y, _)): try integers(operation, x, y, type)
    // The type checker has made both sides equal.
    default: left
    }
  }

  private static func real<Real: BinaryFloatingPoint>(
    _ operation: BinaryOperator, _ x: Real, _ y: Real, _ value: (Real) -> Value
  ) -> Value {
    switch operation {
    case .add: value(x + y)
    case .subtract: value(x - y)
    case .multiply: value(x * y)
    case .divide: value(x / y)
    case .less: .bool(x < y)
    case .lessEqual: .bool(x <= y)
    case .greater: .bool(x > y)
    case .greaterEqual: .bool(x >= y)
    case .equal: .bool(x == y)
    case .notEqual: .bool(x != y)
    case .remainder, .shiftLeft, .and, .or, .xor: value(.nan)
    }
  }

  private static func integers(
    _ operation: BinaryOperator, _ x: Int128, _ y: Int128, _ type: NumericType
  ) throws(Fault) -> Value {
    switch operation {
    case .add: return try integer(x + y, type)
    case .subtract: return try integer(x - y, type)
    // Two 64-bit numbers may need 128 bits without a sign; what is cut off has no part in the
    // result.
    case .multiply: return try type.isSigned ? integer(x * y, type) : integer(x &* y, type)
    case .divide, .remainder:
      guard y != 0 else { throw .divisionByZero }
      // The quotient must fit even where only the remainder is wanted.
      let quotient = try integer(x / y, type)
      return operation == .divide ? quotient : .integer(x % y, type)
    case .shiftLeft:
      guard (0..<Int128(type.bits)).contains(y) else { throw .shiftTooFar(y) }
      // C++17: the result must fit into the type's unsigned form.
      guard x >= 0, !type.isSigned || x << y < 1 << Int128(type.bits) else {
        throw .integerOverflow(type)
      }
      return .integer((x << y).wrapped(to: type), type)
    case .and: return .integer(x & y, type)
    case .or: return .integer(x | y, type)
    case .xor: return .integer(x ^ y, type)
    case .less: return .bool(x < y)
    case .lessEqual: return .bool(x <= y)
    case .greater: return .bool(x > y)
    case .greaterEqual: return .bool(x >= y)
    case .equal: return .bool(x == y)
    case .notEqual: return .bool(x != y)
    }
  }

  /// Unsigned results wrap around; signed ones that do not fit are undefined in C.
  private static func integer(_ value: Int128, _ type: NumericType) throws(Fault) -> Value {
    guard type.isSigned else { return .integer(value.wrapped(to: type), type) }
    guard type.integerRange.contains(value) else { throw .integerOverflow(type) }
    return .integer(value, type)
  }
}
