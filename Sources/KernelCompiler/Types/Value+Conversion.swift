extension Value {
  /// C's conversion between arithmetic types; throws where C leaves the result undefined.
  func converted(to type: NumericType) throws(Fault) -> Value {
    switch type {
    case .bool: return .bool(isTrue)
    case .float:
      switch self {
      case .integer(let value, _): return .float(Float(truncating: value))
      case .float: return self
      case .double(let value): return .float(Float(value))
      }
    case .double: return .double(asDouble)
    default:
      guard case .integer(let value, _) = self else { return try truncated(to: type) }
      return .integer(value.wrapped(to: type), type)
    }
  }

  private func truncated(to type: NumericType) throws(Fault) -> Value {
    let real = asDouble.rounded(.towardZero)
    let range = type.integerRange
    // All bounds but the upper ones of 64-bit types are exact doubles; those are compared as
    // powers.
    let beyond = type.bits == 64 ? (type.isSigned ? 0x1p63 : 0x1p64) : Double(range.upperBound) + 1
    guard real.isFinite, real < beyond, real >= Double(range.lowerBound) else {
      throw .realDoesNotFit(asDouble, type)
    }
    return .integer(type.isSigned ? Int128(Int64(real)) : Int128(UInt64(real)), type)
  }
}

extension Int128 {
  /// Modulo 2^bits, as two's complement hardware does it.
  func wrapped(to type: NumericType) -> Int128 {
    let mask = (Int128(1) << Int128(type.bits)) - 1
    let low = self & mask
    return type.isSigned && low > type.integerRange.upperBound ? low - mask - 1 : low
  }
}

/// Something that C leaves undefined, met while running.
package enum Fault: Error, Hashable, Sendable {
  case realDoesNotFit(Double, NumericType)
  case integerOverflow(NumericType)
  case divisionByZero
  case shiftTooFar(Int128)
  case tooManyRounds(Int)
  case noLeadingOne
  case outsideArray(Int, count: Int)
  case assertionFailed
  case notConnected(String)

  var message: String {
    switch self {
    case .realDoesNotFit(let value, let type): "\(value) does not fit into \(type.rawValue)"
    case .integerOverflow(let type): "the result does not fit into \(type.rawValue)"
    case .divisionByZero: "an integer is divided by zero"
    case .shiftTooFar(let bits): "a shift by \(bits) bits is undefined"
    case .noLeadingOne: "'clz' of zero is undefined"
    case .outsideArray(let index, let count):
      "element \(index) of an array of \(count) doesn't exist"
    case .assertionFailed: "the assertion doesn't hold"
    case .notConnected(let what): "\(what) is not possible here"
    case .tooManyRounds(let rounds): "a loop did not end within \(rounds) rounds"
    }
  }
}
