/// What stands before the version in a constraint.
enum ConstraintSymbol: Hashable {
  case none
  /// `=`
  case startsWith
  /// `~=`
  case compatible
  case compare(VersionOperator)

  init?(_ bytes: ArraySlice<UInt8>) {
    let equals = UInt8(ascii: "=")
    switch (bytes.first, bytes.count) {
    case (_, 0): self = .none
    case (equals, 1): self = .startsWith
    case (UInt8(ascii: "<"), 1): self = .compare(.less)
    case (UInt8(ascii: ">"), 1): self = .compare(.greater)
    case (_, 2) where bytes.last != equals: return nil
    case (equals, 2): self = .compare(.equal)
    case (UInt8(ascii: "!"), 2): self = .compare(.notEqual)
    case (UInt8(ascii: "<"), 2): self = .compare(.lessOrEqual)
    case (UInt8(ascii: ">"), 2): self = .compare(.greaterOrEqual)
    case (UInt8(ascii: "~"), 2): self = .compatible
    default: return nil
    }
  }

  var text: String {
    switch self {
    case .none: ""
    case .startsWith: "="
    case .compatible: "~="
    case .compare(let relation): relation.rawValue
    }
  }
}
