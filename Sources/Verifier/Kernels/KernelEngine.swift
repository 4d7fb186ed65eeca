/// An engine by name.
package enum KernelEngine: String, Hashable, Sendable, CaseIterable, Codable {
  /// The interpreter in Swift.
  case reference
  /// The generated C++ program.
  case cxx
  /// The generated CUDA program.
  case cuda
  /// An installed PyGeNN.
  case genn
}
