#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LibraryFunction {
  static func double(_ name: Name, _ x: Double) -> Double {
    switch name {
    case .cos: cos(x)
    case .sin: sin(x)
    case .tan: tan(x)
    case .acos: acos(x)
    case .asin: asin(x)
    case .atan: atan(x)
    case .cosh: cosh(x)
    case .sinh: sinh(x)
    case .tanh: tanh(x)
    case .acosh: acosh(x)
    case .asinh: asinh(x)
    case .atanh: atanh(x)
    case .exp: exp(x)
    case .expm1: expm1(x)
    case .exp2: exp2(x)
    case .log: log(x)
    case .log1p: log1p(x)
    case .log2: log2(x)
    case .log10: log10(x)
    case .sqrt: sqrt(x)
    case .cbrt: cbrt(x)
    case .ceil: ceil(x)
    case .floor: floor(x)
    case .round: round(x)
    case .rint: rint(x)
    case .trunc: trunc(x)
    case .nearbyint: nearbyint(x)
    case .fabs: fabs(x)
    case .erf: erf(x)
    case .erfc: erfc(x)
    case .tgamma: tgamma(x)
    case .lgamma: logarithmOfGamma(x)
    default: .nan
    }
  }

  static func double(_ name: Name, _ x: Double, _ y: Double) -> Double {
    switch name {
    case .atan2: atan2(x, y)
    case .pow: pow(x, y)
    case .fmod: fmod(x, y)
    case .nextafter: nextafter(x, y)
    case .remainder: remainder(x, y)
    case .fdim: fdim(x, y)
    case .fmax: fmax(x, y)
    case .fmin: fmin(x, y)
    // As C++'s templates have them, which tell NaN apart from numbers.
    case .min: y < x ? y : x
    case .max: x < y ? y : x
    case .copysign: copysign(x, y)
    default: .nan
    }
  }

  /// Swift's own `lgamma` also returns the sign, as a tuple; this is C's.
  private static func logarithmOfGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }
}
