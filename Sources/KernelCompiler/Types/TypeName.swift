/// A type as a snippet names it: a fixed one, or one that the model's precision decides.
enum TypeName: Hashable, Sendable {
  case fixed(NumericType)
  case scalar
  case timepoint

  func resolved(_ scalar: NumericType) -> NumericType {
    switch self {
    case .fixed(let type): type
    case .scalar, .timepoint: scalar
    }
  }

  /// The words of a type in any order, as C allows; nil if they are no type together.
  ///
  /// `long` has 64 bits on every platform, as in GeNN.
  init?(_ words: [TypeWord]) {
    let sorted = words.map(\.rawValue).sorted().joined(separator: " ")
    switch sorted {
    case "scalar": self = .scalar
    case "timepoint": self = .timepoint
    case "bool": self = .fixed(.bool)
    case "char", "int8_t": self = .fixed(.int8)
    case "char unsigned", "uint8_t": self = .fixed(.uint8)
    case "short", "int short", "short signed", "int short signed", "int16_t":
      self = .fixed(.int16)
    case "short unsigned", "int short unsigned", "uint16_t": self = .fixed(.uint16)
    case "int", "signed", "int signed", "int32_t": self = .fixed(.int32)
    case "unsigned", "int unsigned", "uint32_t": self = .fixed(.uint32)
    case "long", "int long", "long signed", "int long signed", "long long", "int long long",
      "long long signed", "int long long signed", "int64_t":
      self = .fixed(.int64)
    case "long unsigned", "int long unsigned", "int long long unsigned", "uint64_t", "size_t":
      self = .fixed(.uint64)
    case "float": self = .fixed(.float)
    case "double": self = .fixed(.double)
    default: return nil
    }
  }
}
