public import GeNNForge

/// PyGeNN 5.2.0 with CUDA 11.8: the same words as ``pygenn``, from before NVIDIA's toolkit came in pieces.
///
/// It shows what the CUDA declaration spares: only the version of the toolkit differs.
public let pygennLegacy = Recipe("pygenn-legacy", version: "5.2.0") {
  FeedstockName("pygenn")
  BuildNumber(0)

  Variants {
    PythonVersions("3.10", "3.11", "3.12")
    CUDAVersions("11.8", on: .linux64)
  }

  Output("pygenn") {
    pygennSource(sha256: "0b220ff59d8fb48678f454c3de78311afcecfd386ff7e2e643b313502d21dec7")
    when(.cuda) {
      BuildString(
        "cuda\(.digits(of: CUDA.version))_py\(.digits(of: Python.version))_h\(.hash)_\(.buildNumber)"
      )
    } otherwise: {
      BuildString("cpu_py\(.digits(of: Python.version))_h\(.hash)_\(.buildNumber)")
    }
    // 5.2.0 doesn't install its libraries on macOS, and has no NMake build for Windows.
    Skip(!.linux)

    CUDA.toolkit(host: .cudart, .driver, .curand, run: .nvcc, .curand)
    CUDA.pathWhileActive()

    BuildRequirements {
      Compiler(.c)
      Compiler(.cxx)
      StdLib(.c)
      "make"
      "pkg-config"
    }
    HostRequirements {
      "python"
      "pip"
      "setuptools"
      "pybind11"
      "psutil"
      "numpy"
      "libffi"
    }
    RunRequirements {
      "python"
      "numpy >=1.17"
      "psutil"
      "setuptools"
      "make"
      when(!.cuda) { "cxx-compiler" }
    }

    Script {
      CUDA.buildEnvironment()
      PipInstall()
      pygennLibraries()
    }
    pygennLinkScript()

    Tests {
      Imports("pygenn", "pygenn.single_threaded_cpu_backend")
      when(.cuda) {
        pygennCUDAContents()
      }
    }
    pygennKernels()
  }

  pygennAbout()
  Maintainers("tnowotny", "neworderofjamie")
}
