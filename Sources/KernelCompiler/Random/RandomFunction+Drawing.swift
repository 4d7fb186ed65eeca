extension RandomFunction {
  /// Draws; real numbers are computed in double precision and then rounded.
  func draw(_ arguments: [Value], _ scalar: NumericType, from stream: inout RandomStream) -> Value {
    let numbers = arguments.map(\.asDouble)
    func real(_ number: Double) -> Value {
      scalar == .float ? .float(Float(number)) : .double(number)
    }
    switch self {
    case .integer: return .integer(Int128(stream.next()), .uint32)
    case .uniform: return real(stream.uniform(scalar))
    case .normal: return real(stream.normal(scalar))
    case .exponential: return real(stream.exponential(scalar))
    case .logNormal: return real(stream.logNormal(mean: numbers[0], sd: numbers[1], scalar))
    case .gamma: return real(stream.gamma(shape: numbers[0], scalar))
    case .binomial:
      let successes = stream.binomial(
        trials: UInt32(numbers[0]), probability: numbers[1], scalar)
      return .integer(Int128(successes), .uint32)
    }
  }
}
