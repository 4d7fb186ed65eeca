import RecipeModel

/// NVIDIA's toolkit: one declaration says which pieces a package needs, and everything follows from it.
///
///     CUDA.toolkit(host: .cudart, .driver, .curand, run: .nvcc, .curand)
///
/// becomes, for the variants that have CUDA: `compiler('cuda')`; from CUDA 12 on the modular packages with
/// `cuda-version`, before 12 the one `cudatoolkit`; `__cuda` at run time, so that machines without a driver
/// get the CPU build; a build number 200 higher, so that the others get this one; and the driver's own
/// libraries on the list of those that no package brings.
public enum CUDA {
  /// Compares as a version: `CUDA.version >= "13"`. No comparison holds for the builds without CUDA.
  public static let version = VersionKey("cuda_compiler_version")

  /// A piece of the toolkit.
  public struct Part: Hashable, Sendable {
    var model: CUDAPart
    private init(_ model: CUDAPart) { self.model = model }

    /// The compiler, for packages that compile kernels on the user's machine. It brings cudart's headers and the driver's stub.
    public static let nvcc = Part(.nvcc)
    /// The runtime library.
    public static let cudart = Part(.cudart)
    /// The driver's interface; its library comes with the driver, a stub (Linux) is for linking.
    public static let driver = Part(.driver)
    /// CUB, Thrust and libcu++: headers.
    public static let cccl = Part(.cccl)
    /// The run-time compiler.
    public static let nvrtc = Part(.nvrtc)
    /// Marks for profilers.
    public static let nvtx = Part(.nvtx)
    /// The management library.
    public static let nvml = Part(.nvml)
    /// The profiling interface.
    public static let cupti = Part(.cupti)
    /// Random numbers.
    public static let curand = Part(.curand)
    /// Dense linear algebra.
    public static let cublas = Part(.cublas)
    /// Fourier transforms.
    public static let cufft = Part(.cufft)
    /// Solvers.
    public static let cusolver = Part(.cusolver)
    /// Sparse linear algebra.
    public static let cusparse = Part(.cusparse)
    /// The run-time linker.
    public static let nvjitlink = Part(.nvjitlink)
  }

  /// Which pieces an output is compiled against, and which its users need besides the libraries that follow from those.
  public static func toolkit(host: Part..., run: Part...) -> CUDAToolkit {
    CUDAToolkit(host: host.map(\.model), run: run.map(\.model))
  }
}

/// See ``CUDA/toolkit(host:run:)``.
public struct CUDAToolkit: OutputWord {
  var host, run: [CUDAPart]

  /// Notes it; what follows is added once the recipe's toolkits are known.
  public func describe(in output: inout OutputDescription) {
    output.requireUnconditional("CUDA.toolkit")
    output.model.cuda = CUDAUse(host: host, run: run, at: output.location)
  }
}
