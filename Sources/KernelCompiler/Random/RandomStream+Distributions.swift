/// Distributions by operations that IEEE 754 fixes, so that every engine draws the same numbers.
///
/// Each takes its words in the given order; there is nothing left over for the next call.
extension RandomStream {
  /// In (0, 1]: a multiple of 2^-24 from one word in single precision, of 2^-53 from two in double.
  mutating func uniform(_ precision: NumericType) -> Double {
    if precision == .float { return Double((next() >> 8) + 1) * 0x1p-24 }
    let high = UInt64(next() >> 5)
    let low = UInt64(next() >> 6)
    return Double((high << 26 | low) + 1) * 0x1p-53
  }

  /// By Box and Muller, of which only the cosine is used; computed in double precision.
  mutating func normal(_ precision: NumericType) -> Double {
    let radius = (-2 * Elementary.log(uniform(precision))).squareRoot()
    return radius * Elementary.cosineOfTurns(uniform(precision))
  }

  mutating func exponential(_ precision: NumericType) -> Double {
    -Elementary.log(uniform(precision))
  }

  mutating func logNormal(mean: Double, sd: Double, _ precision: NumericType) -> Double {
    Elementary.exp(mean + sd * normal(precision))
  }

  /// With scale 1, by Marsaglia and Tsang's method (ACM Trans. Math. Software 26 (2000) 363).
  mutating func gamma(shape: Double, _ precision: NumericType) -> Double {
    // A smaller shape is a larger one's times a power of a uniform number.
    let isSmall = shape < 1
    let d = (isSmall ? shape + 1 : shape) - 1.0 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal(precision)
      let u = uniform(precision)
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      guard Elementary.log(u) < 0.5 * x * x + d - d * v + d * Elementary.log(v) else { continue }
      guard isSmall else { return d * v }
      return d * v * Elementary.exp(Elementary.log(uniform(precision)) / shape)
    }
  }

  /// By counting gaps between successes, which are geometrically distributed (L. Devroye,
  /// Non-uniform random variate generation (1986), chapter X.4.3).
  mutating func binomial(trials: UInt32, probability: Double, _ precision: NumericType) -> UInt32 {
    guard probability > 0, trials > 0 else { return 0 }
    guard probability < 1 else { return trials }
    let isFlipped = probability > 0.5
    let denominator = Elementary.log(isFlipped ? probability : 1 - probability)
    var successes: UInt32 = 0
    var sum = 0.0
    while true {
      sum += (Elementary.log(uniform(precision)) / denominator).rounded(.down) + 1
      if sum > Double(trials) { return isFlipped ? trials - successes : successes }
      successes += 1
    }
  }

  /// Below `bound`, evenly but for a bias below 2^-32 times the bound.
  mutating func index(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt32(truncatingIfNeeded: bound)).high)
  }
}
