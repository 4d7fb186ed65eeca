package import Diagnostics
import KernelCompiler

/// What a GPU's code is compiled for: `sm_90`, or `native` for the GPUs of this machine.
package struct CudaArchitecture: Hashable, Sendable {
  package let name: String

  package static let native = CudaArchitecture(checked: "native")
  /// One of each generation from Turing to Blackwell.
  package static let usual = ["sm_75", "sm_80", "sm_90", "sm_100", "sm_120"].map {
    CudaArchitecture(checked: $0)
  }

  private init(checked name: String) { self.name = name }

  /// `sm_90` or `90`, with a letter behind it for features of that generation alone.
  package init(_ text: String) throws(Diagnostic) {
    let digits = text.hasPrefix("sm_") ? text.dropFirst(3) : text[...]
    let number = digits.prefix { ("0"..."9").contains($0) }
    guard let value = Int(number), ["", "a", "f"].contains(digits.dropFirst(number.count)) else {
      throw .notAnArchitecture(text)
    }
    guard value >= CudaProgram.oldestArchitecture else { throw .architectureTooOld(text) }
    name = "sm_" + digits
  }
}

extension Diagnostic {
  static func notAnArchitecture(_ text: String) -> Self {
    Diagnostic(
      .error, at: nil, "'\(text)' is no GPU architecture", remedy: "write it as sm_90 or sm_120")
  }

  static func architectureTooOld(_ text: String) -> Self {
    Diagnostic(
      .error, at: nil, "'\(text)' is older than the oldest that CUDA 13 compiles for",
      remedy: "use sm_75 or later")
  }
}
