/// NVIDIA's distributions on PyPI, which hold CUDA's toolkit in pieces.
///
/// One release stands in for every minor version of its major one: kernels of any CUDA 13 compile with it.
package enum ToolkitWheel: String, Hashable, Sendable, CaseIterable {
  case nvcc = "nvidia-cuda-nvcc"
  case nvvm = "nvidia-nvvm"
  case crt = "nvidia-cuda-crt"
  case runtime = "nvidia-cuda-runtime"
  case cccl = "nvidia-cuda-cccl"
  case curand = "nvidia-curand"
  case cuobjdump = "nvidia-cuda-cuobjdump"

  /// The release whose pieces these are.
  static let release = "13.5"

  static let inWords = "\(nvcc.requirement) and its parts from PyPI, for any CUDA 13"

  /// As pip reads it.
  var requirement: String {
    switch self {
    case .nvcc, .nvvm, .crt, .runtime, .cuobjdump: "\(rawValue)==13.5.37"
    case .cccl: "\(rawValue)==13.3.5.0.6"
    case .curand: "\(rawValue)==10.4.5.25"
    }
  }
}
