#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LibraryFunction {
  static func float(_ name: Name, _ x: Float) -> Float {
    switch name {
    case .cos: cosf(x)
    case .sin: sinf(x)
    case .tan: tanf(x)
    case .acos: acosf(x)
    case .asin: asinf(x)
    case .atan: atanf(x)
    case .cosh: coshf(x)
    case .sinh: sinhf(x)
    case .tanh: tanhf(x)
    case .acosh: acoshf(x)
    case .asinh: asinhf(x)
    case .atanh: atanhf(x)
    case .exp: expf(x)
    case .expm1: expm1f(x)
    case .exp2: exp2f(x)
    case .log: logf(x)
    case .log1p: log1pf(x)
    case .log2: log2f(x)
    case .log10: log10f(x)
    case .sqrt: sqrtf(x)
    case .cbrt: cbrtf(x)
    case .ceil: ceilf(x)
    case .floor: floorf(x)
    case .round: roundf(x)
    case .rint: rintf(x)
    case .trunc: truncf(x)
    case .nearbyint: nearbyintf(x)
    case .fabs: fabsf(x)
    case .erf: erff(x)
    case .erfc: erfcf(x)
    case .tgamma: tgammaf(x)
    case .lgamma: lgammaf(x)
    default: .nan
    }
  }

  static func float(_ name: Name, _ x: Float, _ y: Float) -> Float {
    switch name {
    case .atan2: atan2f(x, y)
    case .pow: powf(x, y)
    case .fmod: fmodf(x, y)
    case .nextafter: nextafterf(x, y)
    case .remainder: remainderf(x, y)
    case .fdim: fdimf(x, y)
    case .fmax: fmaxf(x, y)
    case .fmin: fminf(x, y)
    // As C++'s templates have them, which tell NaN apart from numbers.
    case .min: y < x ? y : x
    case .max: x < y ? y : x
    case .copysign: copysignf(x, y)
    default: .nan
    }
  }
}
