public import GeNNForge

/// PyGeNN 5.4.0: GeNN's code generators for CPUs and NVIDIA GPUs, driven from Python.
///
/// GeNN writes C++ or CUDA for each network and compiles it on the user's machine, so compiler, make,
/// nvcc and headers are run requirements here. One package in two kinds of build; `pygenn-cpu` and
/// `pygenn-cuda` are names that ask for one kind.
public let pygenn = Recipe("pygenn-split", version: "5.4.0") {
  FeedstockName("pygenn")
  BuildNumber(0)

  Variants {
    PythonVersions("3.10", "3.11", "3.12", "3.13", "3.14")
    CUDAVersions("12.9", "13.0", on: .linux || .windows64)
  }

  // For all outputs: each of them brings the license that it names.
  pygennSource(sha256: "80165ddbde1523be573665604cb47b731ecbb36b75401e82973b43bb17cb47aa")

  Output("pygenn") {
    when(.cuda) {
      BuildString(
        "cuda\(.digits(of: CUDA.version))_py\(.digits(of: Python.version))_h\(.hash)_\(.buildNumber)"
      )
    } otherwise: {
      BuildString("cpu_py\(.digits(of: Python.version))_h\(.hash)_\(.buildNumber)")
    }
    Skip(.macOS && .cuda)

    CUDA.toolkit(host: .cudart, .driver, .curand, run: .nvcc, .curand)
    CUDA.pathWhileActive()

    BuildRequirements {
      Compiler(.c)
      Compiler(.cxx)
      StdLib(.c)
      when(.unix) {
        "make"
        "pkg-config"
      }
      when(.crossBuild) {
        "python"
        "cross-python_\(.platform)"
        "pybind11"
        "psutil"
        "pkgconfig"
        "setuptools"
      }
    }
    HostRequirements {
      "python"
      "pip"
      "setuptools >=61"
      "pybind11"
      "psutil"
      "pkgconfig"
      when(.unix) { "libffi" }
    }
    RunRequirements {
      "python"
      "numpy >=1.17"
      "psutil"
      "setuptools"
      when(.unix) { "make" }
      // nvcc brings the host compiler that it fits.
      when(!.cuda) { "cxx-compiler" }
    }
    // The package's own libraries, side by side in site-packages/pygenn.
    when(.windows) {
      DynamicLinking(missing: ["*genn*_Release_DLL.dll", "libffi_Release_DLL.dll"])
    }

    Script {
      CUDA.buildEnvironment()
      // GeNN's makefiles name clang++ themselves, which is wrong for cross builds; make's own flags overrule them.
      when(.macOS) { Environment("MAKEFLAGS", "CXX=\(.environment("CXX"))") }
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

  Output("pygenn-cpu") {
    BuildString("cpu_h\(.hash)_\(.buildNumber)")
    Skip(.cuda)
    RunRequirements { "pygenn ==\(.version) cpu_*" }
    Tests { Command("python -c \"import pygenn\"") }
    About(summary: "PyGeNN for CPUs: a name for the build of pygenn without CUDA")
  }

  Output("pygenn-cuda") {
    BuildString("cuda\(.digits(of: CUDA.version))_h\(.hash)_\(.buildNumber)")
    Skip(!.cuda || .macOS)
    RunRequirements { "pygenn ==\(.version) cuda\(.digits(of: CUDA.version))_*" }
    Tests { Command("python -c \"import pygenn\"") }
    About(summary: "PyGeNN for NVIDIA GPUs: a name for the build of pygenn with CUDA")
  }

  pygennAbout()
  Maintainers("tnowotny", "neworderofjamie")
  CrossBuild(.linuxAArch64, on: .linux64)
  CrossBuild(.macOSArm64, on: .macOS64)
}
