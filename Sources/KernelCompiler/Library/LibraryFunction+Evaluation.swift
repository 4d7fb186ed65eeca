#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LibraryFunction {
  /// Calls the C library's function, the same that the generated C++ calls.
  func evaluate(_ arguments: [Value]) throws(Fault) -> Value {
    switch (name.signature, arguments.first) {
    case (.integers, .integer?): try integer(arguments)
    case (.bits, .integer(let bits, _)?): try leadingZeros(bits)
    case (_, .float(let x)?): float(x, Array(arguments.dropFirst()))
    case (_, .double(let x)?): double(x, Array(arguments.dropFirst()))
    default: .integer(0, .int32)
    }
  }

  private func integer(_ arguments: [Value]) throws(Fault) -> Value {
    let numbers = arguments.map { value in
      if case .integer(let number, _) = value { number } else { Int128(0) }
    }
    let first = numbers.first ?? 0
    let last = numbers.last ?? 0
    switch name {
    case .min: return .integer(Swift.min(first, last), type)
    case .max: return .integer(Swift.max(first, last), type)
    default:
      let result = first < 0 ? -first : first
      guard type.integerRange.contains(result) else { throw .integerOverflow(type) }
      return .integer(result, type)
    }
  }

  /// As the machine's instruction has it, nothing is said about zero.
  private func leadingZeros(_ bits: Int128) throws(Fault) -> Value {
    guard bits != 0 else { throw .noLeadingOne }
    return .integer(Int128(UInt32(truncatingIfNeeded: bits).leadingZeroBitCount), .int32)
  }

  private func float(_ x: Float, _ rest: [Value]) -> Value {
    if name == .ilogb { return .integer(Int128(ilogbf(x)), .int32) }
    if case .integer(let exponent, _)? = rest.first {
      return .float(scalbnf(x, Int32(truncatingIfNeeded: exponent)))
    }
    let others = rest.map { value in if case .float(let y) = value { y } else { Float.nan } }
    guard let y = others.first else { return .float(Self.float(name, x)) }
    guard others.count > 1 else { return .float(Self.float(name, x, y)) }
    return .float(fmaf(x, y, others[1]))
  }

  private func double(_ x: Double, _ rest: [Value]) -> Value {
    if name == .ilogb { return .integer(Int128(ilogb(x)), .int32) }
    if case .integer(let exponent, _)? = rest.first {
      return .double(scalbn(x, Int(Int32(truncatingIfNeeded: exponent))))
    }
    let others = rest.map { value in if case .double(let y) = value { y } else { Double.nan } }
    guard let y = others.first else { return .double(Self.double(name, x)) }
    guard others.count > 1 else { return .double(Self.double(name, x, y)) }
    return .double(fma(x, y, others[1]))
  }
}
