/// The processor that a binary is for, by conda's words.
package enum Architecture: Hashable, Sendable, CustomStringConvertible {
  case x86, x86_64, arm, aarch64, ppc64, ppc64le, s390x, riscv64
  /// The format's own number for a processor that is none of these.
  case other(UInt32)

  package var description: String {
    switch self {
    case .x86: "x86"
    case .x86_64: "x86_64"
    case .arm: "arm"
    case .aarch64: "aarch64"
    case .ppc64: "ppc64"
    case .ppc64le: "ppc64le"
    case .s390x: "s390x"
    case .riscv64: "riscv64"
    case .other(let number): "processor \(number)"
    }
  }
}
