/// The mathematical functions of the language.
///
/// Source: GeNN 5.4.0, `standardLibrary.cc`. Missing are `hypot` (GeNN gives it one argument, which
/// no compiler accepts); `printf` and `assert` give no value here.
struct LibraryFunction: Hashable, Sendable {
  enum Name: String, Hashable, Sendable, CaseIterable {
    case cos, sin, tan, acos, asin, atan, atan2, cosh, sinh, tanh, acosh, asinh, atanh
    case exp, expm1, exp2, pow, scalbn, log, log1p, log2, log10, ldexp, ilogb
    case sqrt, cbrt, ceil, floor, fmod, round, rint, trunc, nearbyint, nextafter, remainder
    case fabs, fdim, fmax, fmin, erf, erfc, tgamma, lgamma, copysign, fma
    case min, max, abs
    /// Of GeNN's back ends: how many zeros are before the first one.
    case clz

    /// What the arguments are.
    var signature: Signature {
      switch self {
      case .atan2, .pow, .fmod, .nextafter, .remainder, .fdim, .fmax, .fmin, .copysign: .reals(2)
      case .fma: .reals(3)
      case .scalbn, .ldexp: .realAndInt
      case .ilogb: .realToInt
      case .min, .max: .integers(2)
      case .abs: .integers(1)
      case .clz: .bits
      default: .reals(1)
      }
    }

    /// Whether IEEE 754 fixes the result, so that a compiler may put an instruction in its place.
    var isExact: Bool {
      switch self {
      case .sqrt, .fabs, .ceil, .floor, .round, .rint, .trunc, .nearbyint, .copysign, .fma: true
      default: false
      }
    }

    /// Whether every library has the same result: it needs no rounding, or is rounded rightly.
    /// Which zero `fmin` and `fmax` choose is open.
    var isFixed: Bool {
      switch self {
      case .fmod, .remainder, .fdim, .nextafter, .scalbn, .ldexp, .ilogb, .min, .max, .abs, .clz:
        true
      default: isExact
      }
    }
  }

  enum Signature: Hashable, Sendable {
    /// So many real numbers, and a real number as the result.
    case reals(Int)
    /// A real number and an `int`, and a real number as the result.
    case realAndInt
    /// A real number, and an `int` as the result.
    case realToInt
    /// So many integers of one type, and an integer of that type as the result.
    case integers(Int)
    /// A `uint32_t`, and an `int` as the result.
    case bits

    var argumentCount: Int {
      switch self {
      case .reals(let count), .integers(let count): count
      case .realAndInt: 2
      case .realToInt, .bits: 1
      }
    }
  }

  /// Functions that only some code can call, and which code that is.
  static let elsewhere: [String: String] = [
    "injectCurrent": "current sources and postsynaptic models",
    "addToPost": "code of synapses", "addToPostDelay": "code of synapses",
    "addToPre": "code of synapses", "addSynapse": "code that builds connectivity",
    "add_synapse": "custom connectivity updates",
    "remove_synapse": "for_each_synapse in custom connectivity updates",
  ]

  var name: Name
  /// The type of the arguments (of the first, where they differ).
  var type: NumericType
}
