import Diagnostics
import RecipeModel

/// Packages that recipes around GeNN name: enough to notice a slip, not a list of what exists.
enum PackageNames {
  /// The package that a name seems to be a slip of; nil where it is known, or like none.
  static func meant(by name: String) -> String? {
    guard !known.contains(name), let near = Suggestion(for: name, in: sorted) else { return nil }
    // In a short name each letter counts for more: `nose` is no slip of `norse`.
    let length = min(name.utf8.count, near.name.utf8.count)
    guard near.distance <= (length < 8 ? 1 : 2), length > 4 else { return nil }
    // `qt5` and `qt6`, `python-x` and `python-y` are packages of their own.
    let digits = name.filter(\.isNumber)
    let others = near.name.filter(\.isNumber)
    return digits.isEmpty || others.isEmpty || digits == others ? near.name : nil
  }

  static let known = Set(sorted)

  private static let sorted = (build + python + science + libraries + cuda + networks).sorted()

  private static let build = [
    "autoconf", "automake", "bash", "binutils", "bison", "bzip2", "c-compiler", "ccache", "cctools",
    "cmake", "compilers", "coreutils", "cross-python_linux-aarch64", "cross-python_osx-arm64",
    "curl", "cxx-compiler", "doxygen", "expat", "findutils", "flex", "fortran-compiler", "gawk",
    "gettext", "git", "gmake", "gnuconfig", "grep", "help2man", "libtool", "llvm-openmp",
    "llvm-tools", "m2-base", "m2-make", "m4", "make", "meson", "meson-python", "nasm", "ninja",
    "nodejs", "nsis", "patch", "patchelf", "perl", "pkg-config", "pkgconf", "pkgconfig", "posix",
    "rust", "sed", "swig", "tar", "texinfo", "unzip", "wget", "which", "xz", "yasm", "zip",
  ]

  private static let python = [
    "attrs", "black", "build", "cffi", "click", "colorama", "cpython", "cython", "dill", "flake8",
    "flit-core", "hatchling", "hatch-vcs", "hypothesis", "importlib-metadata",
    "importlib-resources", "ipykernel", "ipython", "jinja2", "joblib", "jupyter", "jupyterlab",
    "mako", "maturin", "mpmath", "mypy", "nbsphinx", "networkx", "notebook", "packaging",
    "pathlib", "pillow", "pip", "platformdirs", "pluggy", "poetry-core", "psutil", "pybind11",
    "pybind11-abi", "pybind11-stubgen", "pydantic", "pygments", "pyparsing", "pytest",
    "pytest-cov", "pytest-xdist", "python", "python-build", "python-dateutil", "python_abi",
    "pytz", "pyyaml", "requests", "rich", "ruff", "scikit-build", "scikit-build-core",
    "setuptools", "setuptools-scm", "setuptools_scm", "setuptools-rust", "six", "sphinx",
    "sphinx-rtd-theme", "toml", "tomli", "tornado", "tox", "tqdm", "typing", "typing-extensions",
    "typing_extensions", "tzdata", "urllib3", "versioneer", "wheel", "zipp",
  ]

  private static let science = [
    "astropy", "bokeh", "dask", "h5py", "hdf5", "jax", "jaxlib", "matplotlib", "matplotlib-base",
    "mpi4py", "netcdf4", "numba", "numexpr", "numpy", "numpy-base", "pandas", "plotly", "polars",
    "pyarrow", "pytables", "pytorch", "pytorch-cpu", "pytorch-gpu", "scikit-image",
    "scikit-learn", "scipy", "seaborn", "statsmodels", "sympy", "tensorflow", "torchvision",
    "xarray", "zarr",
  ]

  private static let libraries = [
    "blas", "blas-devel", "boost", "boost-cpp", "eigen", "fftw", "fmt", "glib", "gmp", "gsl",
    "icu", "jpeg", "krb5", "libblas", "libboost", "libboost-devel", "libboost-headers",
    "libboost-python", "libcblas", "libcurl", "libcxx", "libedit", "libevent", "libffi",
    "libgcc", "libgcc-ng", "libgfortran", "libgit2", "libglib", "libgomp", "libiconv",
    "libjpeg-turbo",
    "liblapack", "libopenblas", "libpng", "libprotobuf", "libsodium", "libsqlite", "libssh2",
    "libstdcxx", "libstdcxx-ng", "libtiff", "libuuid", "libuv", "libxml2", "libzlib", "lz4-c",
    "mkl", "mkl-devel", "mpfr", "mpich", "msmpi", "ncurses", "nlohmann_json", "nompi", "openblas",
    "openmpi", "openssl", "pcre2", "plog", "protobuf", "qt", "readline", "spdlog", "sqlite",
    "tbb", "tbb-devel", "tk", "ucrt", "vc", "vc14_runtime", "yaml", "yaml-cpp", "zeromq", "zlib",
    "zstd",
  ]

  private static let cuda =
    CUDAPart.allCases.flatMap { part -> [String] in
      let name = part.developmentPackage
      return name.hasSuffix("-dev")
        ? [name, String(name.dropLast(4)), "\(name.dropLast(4))-static"] : [name]
    } + [
      "__archspec", "__cuda", "__glibc", "__linux", "__osx", "__unix", "__win", "arm-variant",
      "cuda-cudart-static", "cuda-nvcc-dev", "cuda-nvcc-impl", "cuda-nvcc-tools",
      "cuda-profiler-api",
      "cuda-python", "cuda-bindings", "cuda-crt", "cuda-cuobjdump", "cuda-cuxxfilt", "cuda-gdb",
      "cuda-nvdisasm", "cuda-nvprof", "cuda-nvprune", "cuda-nvrtc", "cuda-nvvm",
      "cuda-sanitizer-api",
      "cuda-version", "cudatoolkit", "cudatoolkit-dev", "cuda-toolkit", "cuda-libraries",
      "cuda-libraries-dev", "cudnn", "cupy", "cutensor", "cusparselt", "libcudnn", "libcudnn-dev",
      "libcudss", "libcufile", "libcufile-dev", "libcusparselt", "libcutensor", "libnpp",
      "libnpp-dev", "libnvjpeg", "libnvjpeg-dev", "nccl", "pycuda",
    ]

  /// Simulators and what is around them.
  private static let networks = [
    "arbor", "bindsnet", "brian2", "brian2cuda", "brian2genn", "elephant", "genn", "ml-genn",
    "ml_genn", "neo", "nengo", "nest-simulator", "neuron", "norse", "pygenn", "pygenn-cpu",
    "pygenn-cuda", "pynn", "quantities", "snntorch", "spikeinterface", "spynnaker",
  ]
}
