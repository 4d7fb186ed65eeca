/// Programs of the verifier's own, with nothing in them to fill in.
package enum EmbeddedProgram: Sendable {
  /// Has PyGeNN generate and compile the CUDA kernels of networks, without running them.
  case compileKernels
  /// A C library that answers PyGeNN's questions about a device that isn't there.
  case imaginedDevice

  package var text: String { String(decoding: embedded, as: UTF8.self) }

  private var embedded: [UInt8] {
    switch self {
    case .compileKernels: PackageResources.compile_kernels_py
    case .imaginedDevice: PackageResources.imagined_device_c_txt
    }
  }
}
