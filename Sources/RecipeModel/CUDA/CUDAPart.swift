import Conda

/// A piece of NVIDIA's toolkit, under the names that conda-forge packages it by.
///
/// From CUDA 12 on each piece is a package of its own; before, one `cudatoolkit` held them all.
/// Source: the recipes of conda-forge's `cuda-*` and `lib*` feedstocks, August 2026.
package enum CUDAPart: String, Hashable, Sendable, CaseIterable {
  /// The compiler driver with what it needs: it brings the host compiler, cudart's headers and the driver stub.
  case nvcc
  case cudart, driver, cccl, nvrtc, nvtx, nvml, cupti
  case curand, cublas, cufft, cusolver, cusparse, nvjitlink

  /// Headers and link libraries: for `host`, and for `run` where a package compiles on the user's machine.
  package var developmentPackage: String {
    switch self {
    case .nvcc: "cuda-nvcc"
    case .cudart: "cuda-cudart-dev"
    case .driver: "cuda-driver-dev"
    case .cccl: "cuda-cccl"
    case .nvrtc: "cuda-nvrtc-dev"
    case .nvtx: "cuda-nvtx-dev"
    case .nvml: "cuda-nvml-dev"
    case .cupti: "cuda-cupti-dev"
    case .curand: "libcurand-dev"
    case .cublas: "libcublas-dev"
    case .cufft: "libcufft-dev"
    case .cusolver: "libcusolver-dev"
    case .cusparse: "libcusparse-dev"
    case .nvjitlink: "libnvjitlink-dev"
    }
  }

  /// The driver's stub exists for Linux only; elsewhere the driver is linked another way.
  package var isLinuxOnly: Bool { self == .driver }

  /// `cuda-nvcc` as a run dependency brings these.
  package var comesWithNVCC: Bool {
    switch self {
    case .nvcc, .cudart, .driver, .cccl: true
    default: false
    }
  }
}
