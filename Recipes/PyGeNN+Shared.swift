import GeNNForge
import SpikingModels

/// GeNN's release archive. PyPI has none.
func pygennSource(sha256: String) -> Source {
  Source(
    url: "https://github.com/genn-team/genn/archive/refs/tags/\(.version).tar.gz", sha256: sha256)
}

/// What is the same for every version of GeNN.
func pygennAbout() -> About {
  About(
    homepage: "https://genn-team.github.io", license: "LGPL-2.1-only", licenseFiles: ["LICENSE"],
    summary: "GPU-enhanced simulations of spiking neural networks, from Python",
    description: """
      GeNN generates C++ or CUDA code for a spiking neural network and compiles it on your machine.
      Builds whose string begins with cpu need a C++ compiler, which comes with them; builds that
      begin with cuda bring nvcc, too, and need an NVIDIA driver. On Windows, Visual Studio or its
      Build Tools with the C++ workload must be installed.
      """,
    repository: "https://github.com/genn-team/genn",
    documentation: "https://genn-team.github.io/genn/documentation/5/")
}

/// The libraries that a build must have made. GeNN leaves a backend out silently when its toolkit isn't found.
@ScriptBuilder
func pygennLibraries() -> [Entry<ScriptLine>] {
  when(.linux) {
    Require(file: .sitePackages / "pygenn" / "libgenn_dynamic.so")
    Require(file: .sitePackages / "pygenn" / "libgenn_single_threaded_cpu_backend_dynamic.so")
  }
  when(.macOS) {
    Require(file: .sitePackages / "pygenn" / "libgenn_dynamic.dylib")
    Require(file: .sitePackages / "pygenn" / "libgenn_single_threaded_cpu_backend_dynamic.dylib")
  }
  when(.windows) {
    Require(file: .sitePackages / "pygenn" / "genn_Release_DLL.dll")
    Require(file: .sitePackages / "pygenn" / "genn_single_threaded_cpu_backend_Release_DLL.dll")
  }
  when(.cuda && .linux) {
    Require(
      file: .sitePackages / "pygenn" / "libgenn_cuda_backend_dynamic.so",
      "the CUDA backend was not built: CUDA_PATH did not name a toolkit")
  }
  when(.cuda && .windows) {
    Require(
      file: .sitePackages / "pygenn" / "genn_cuda_backend_Release_DLL.dll",
      "the CUDA backend was not built: CUDA_PATH did not name a toolkit")
  }
}

/// What a user of a CUDA build should know; the build without CUDA has nothing to say.
@OutputBuilder
func pygennLinkScript() -> [OutputEntry] {
  when(CUDA.version >= "12") {
    PostLink {
      Message(
        "PyGeNN with its CUDA backend is installed.",
        "CUDA_PATH names the toolkit that GeNN compiles with. It is set while this environment is active:",
        "activate it again if it is active now. For another toolkit: conda install cuda-version=X.Y"
      )
    }
  }
  when(CUDA.version < "12") {
    PostLink {
      Message(
        "PyGeNN with its CUDA backend is installed.",
        "CUDA 11 has no compiler on conda-forge: install NVIDIA's toolkit and set CUDA_PATH to its folder."
      )
    }
  }
}

/// The CUDA backend's files, which import without a driver can't show.
@TestsBuilder
func pygennCUDAContents() -> [Entry<TestLine>] {
  when(.linux) {
    PackageContents(
      sitePackages: [
        "pygenn/libgenn_cuda_backend_dynamic.so", "pygenn/cuda_backend.*.so",
      ])
  }
  when(.windows) {
    PackageContents(
      sitePackages: [
        "pygenn/genn_cuda_backend_Release_DLL.dll", "pygenn/cuda_backend.*.pyd",
      ])
  }
}

/// Both kinds of neuron, in both precisions; as short as shows a difference in any operation, since every
/// compilation runs the reference.
func pygennKernels() -> KernelTests {
  var curve = Gallery.lifFrequencyCurve(.float)
  curve.steps = 400
  return KernelTests(
    Gallery.izhikevichRegularSpiking(.float, count: 1),
    Gallery.izhikevichRegularSpiking(.double, count: 1), curve)
}
