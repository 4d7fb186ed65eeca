#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// NVIDIA's compiler, which brings the rest of a CUDA toolkit along: 12.x or 13.x.
package struct CudaToolkit: Hashable, Sendable {
  /// A name to look for in PATH, or a path.
  package var compiler: String

  package init(compiler: String) { self.compiler = compiler }

  /// The one in a toolkit's folder.
  package init(folder: String) { compiler = folder + "/bin/nvcc" }

  /// That of `$CUDA_PATH`, or `nvcc` in PATH.
  package static var fromEnvironment: CudaToolkit {
    guard let folder = getenv("CUDA_PATH").map({ String(cString: $0) }), !folder.isEmpty else {
      return CudaToolkit(compiler: "nvcc")
    }
    return CudaToolkit(folder: folder)
  }
}
