/// conda's names and what stands in for them.
package struct StandIns: Sendable {
  private var table: [String: StandIn]

  package init() { table = Self.known }

  /// Adds a line of the user's: `name=debian:libfoo-dev` or `name=pypi:foo`, several apart by commas.
  package mutating func add(_ line: String) -> Bool {
    guard let equals = line.firstIndex(of: "=") else { return false }
    var standIn = StandIn()
    for part in line[line.index(after: equals)...].split(separator: ",") {
      if part.hasPrefix("debian:") {
        standIn.development.append(String(part.dropFirst("debian:".count)))
      } else if part.hasPrefix("pypi:") {
        standIn.python = String(part.dropFirst("pypi:".count))
      } else if part != "nothing" {
        return false
      }
    }
    standIn.isNothing = standIn.development.isEmpty && standIn.python == nil
    standIn.runtime = standIn.development
    table[line[..<equals].lowercased()] = standIn
    return true
  }

  package subscript(name: String) -> StandIn? {
    if let standIn = table[name] { return standIn }
    if name.hasPrefix("__") { return .nothing }
    // gxx_linux-64 and the like: the platform is this machine's.
    guard let dash = name.firstIndex(of: "_") else { return nil }
    let stem = String(name[..<dash])
    return Self.compilers[stem] ?? Self.toolkitOfPlatform[stem]
  }

  package var names: [String] { table.keys.sorted() }

  /// The conda package that one of Debian's stands in for: `libffi` for `libffi-dev`.
  package func name(forDebian debian: String) -> String? {
    let compiler = debian.prefix { $0 != "-" }
    if ["gcc", "cpp", "binutils"].contains(compiler) { return "gcc" }
    if ["g++", "libstdc++"].contains(compiler) { return "gxx" }
    return table.filter {
      $0.value.development.contains(debian) || $0.value.runtime.contains(debian)
    }.keys.min { ($0.count, $0) < ($1.count, $1) }
  }

  /// The conda package that brings an importable module.
  package func name(forModule module: String) -> String? {
    let name = Self.modules[module] ?? module.lowercased().replacing("_", with: "-")
    return table[name]?.python != nil ? name : nil
  }

  /// Modules that are not called like their packages.
  private static let modules = [
    "yaml": "pyyaml", "PIL": "pillow", "sklearn": "scikit-learn", "Cython": "cython",
    "setuptools_scm": "setuptools-scm", "pkg_resources": "setuptools", "attr": "attrs",
    "skbuild": "scikit-build", "scikit_build_core": "scikit-build-core",
    "mpl_toolkits": "matplotlib",
    "dateutil": "python-dateutil", "google.protobuf": "protobuf", "mesonpy": "meson-python",
  ]

  private static let compilers: [String: StandIn] = [
    "gcc": StandIn(
      development: ["gcc", "libc6-dev"], runtime: ["gcc", "libc6-dev"], runExports: ["libgcc"],
      environment: CompilerEnvironment.c),
    "gxx": StandIn(
      development: ["g++", "libc6-dev"], runtime: ["g++", "libc6-dev"],
      runExports: ["libstdcxx", "libgcc"], environment: CompilerEnvironment.cxx),
    "gfortran": StandIn(
      development: ["gfortran"], runtime: ["gfortran"], runExports: ["libgfortran5", "libgcc"],
      environment: ["FC": "gfortran", "F77": "gfortran", "F90": "gfortran"]),
    "sysroot": .nothing,
    "binutils": .tool("binutils"), "cross-python": .nothing,
  ]

  private static let known: [String: StandIn] = {
    var known: [String: StandIn] = [
      "c-compiler": .tool("gcc", "libc6-dev"), "cxx-compiler": .tool("g++", "libc6-dev"),
      "compilers": .tool("g++", "gcc", "gfortran", "libc6-dev"),
      "fortran-compiler": .tool("gfortran"), "gcc": .tool("gcc", "libc6-dev"),
      "gxx": .tool("g++", "libc6-dev"), "binutils": .tool("binutils"),
      "libstdcxx": .library([], ["libstdc++6"]), "libstdcxx-ng": .library([], ["libstdc++6"]),
      "libgcc": .library([], ["libgcc-s1"]), "libgcc-ng": .library([], ["libgcc-s1"]),
      "libgomp": .library([], ["libgomp1"]), "_openmp_mutex": .library([], ["libgomp1"]),
      "libgfortran5": .library([], ["libgfortran5"]),
      "make": .tool("make"), "cmake": .tool("cmake"), "ninja": .tool("ninja-build"),
      "pkg-config": .tool("pkgconf", "pkg-config"), "pkgconfig": .pypi("pkgconfig"),
      "git": .tool("git"), "perl": .tool("perl"), "bison": .tool("bison"), "flex": .tool("flex"),
      "swig": .tool("swig"), "patch": .tool("patch"), "autoconf": .tool("autoconf"),
      "automake": .tool("automake"), "libtool": .tool("libtool"), "m4": .tool("m4"),
      "rsync": .tool("rsync"), "doxygen": .tool("doxygen"), "curl": .tool("curl"),
      "unzip": .tool("unzip"), "which": .tool("debianutils"), "bash": .nothing,
      "libffi": .library(["libffi-dev"], ["libffi8"], exports: "libffi >=3.4,<4.0a0"),
      "zlib": .library(["zlib1g-dev"], ["zlib1g"], exports: "libzlib >=1.2,<2.0a0"),
      "libzlib": .library(["zlib1g-dev"], ["zlib1g"], exports: "libzlib >=1.2,<2.0a0"),
      "bzip2": .library(["libbz2-dev"], ["libbz2-1.0"], exports: "bzip2 >=1.0,<2.0a0"),
      "xz": .library(["liblzma-dev"], ["liblzma5"], exports: "liblzma >=5,<6.0a0"),
      "liblzma": .library([], ["liblzma5"]),
      "liblzma-devel": .library(["liblzma-dev"], ["liblzma5"], exports: "liblzma >=5,<6.0a0"),
      "zstd": .library(["libzstd-dev"], ["libzstd1"], exports: "zstd >=1.5,<1.6.0a0"),
      "openssl": .library(["libssl-dev"], ["libssl3"], exports: "openssl >=3,<4.0a0"),
      "yaml": .library(["libyaml-dev"], ["libyaml-0-2"], exports: "yaml >=0.2,<0.3.0a0"),
      "libgit2": .library(["libgit2-dev"], ["libgit2-1.5"], exports: "libgit2"),
      "libxml2": .library(["libxml2-dev"], ["libxml2"], exports: "libxml2"),
      "libexpat": .library(["libexpat1-dev"], ["libexpat1"], exports: "libexpat"),
      "libsqlite": .library(["libsqlite3-dev"], ["libsqlite3-0"], exports: "libsqlite"),
      "libcurl": .library(["libcurl4-openssl-dev"], ["libcurl4"], exports: "libcurl"),
      "gmp": .library(["libgmp-dev"], ["libgmp10"], exports: "gmp"),
      "mpfr": .library(["libmpfr-dev"], ["libmpfr6"], exports: "mpfr"),
      "fftw": .library(["libfftw3-dev"], ["libfftw3-double3"], exports: "fftw"),
      "hdf5": .library(["libhdf5-dev"], ["libhdf5-103-1"], exports: "hdf5"),
      "eigen": .library(["libeigen3-dev"], []),
      "libboost-headers": .library(["libboost-dev"], []),
      "libopenblas": .library(["libopenblas-dev"], ["libopenblas0"], exports: "libopenblas"),
      // Python itself is bound into the sandbox; these are what its standard library links to.
      "python": .library([], pythonLibraries), "python_abi": .nothing, "python-gil": .nothing,
      "numpy": StandIn(python: "numpy", runExports: []), "tzdata": .tool("tzdata"),
      "ca-certificates": .nothing, "cross-python": .nothing,
    ]
    known.merge(toolkit) { $1 }
    for name in pythonPackages { known[name] = .pypi(name) }
    for (name, distribution) in [
      ("pytorch-cpu", "torch"), ("matplotlib-base", "matplotlib"), ("pybind11-abi", "pybind11"),
      ("dask-core", "dask"), ("flit-core", "flit-core"),
    ] {
      known[name] = .pypi(distribution)
    }
    return known
  }()

  static let pythonLibraries = [
    "libffi8", "zlib1g", "libbz2-1.0", "liblzma5", "libssl3", "libsqlite3-0", "libreadline8",
    "libncursesw6", "libexpat1", "libuuid1", "libtirpc3", "libnsl2", "libcrypt1", "libgdbm6",
    "libstdc++6", "tzdata",
  ]

  /// Distributions that conda-forge and PyPI call the same.
  private static let pythonPackages = [
    "pip", "setuptools", "wheel", "pybind11", "psutil", "setuptools-scm", "cython", "hatchling",
    "hatch-vcs", "flit-core", "poetry-core", "scikit-build", "scikit-build-core", "meson-python",
    "pdm-backend", "build", "packaging", "tomli", "attrs", "click", "cffi", "pycparser", "six",
    "scipy", "pandas", "matplotlib", "sympy", "h5py", "pillow", "pyyaml", "requests", "tqdm",
    "networkx", "scikit-learn", "jinja2", "markupsafe", "typing-extensions", "typing_extensions",
    "importlib-metadata", "importlib_metadata", "zipp", "pytest", "pytest-cov", "flaky", "bitarray",
    "python-dateutil", "pytz", "protobuf", "nanobind", "versioneer", "toml", "mypy", "rich",
    "platformdirs", "filelock", "numba", "llvmlite", "deprecated", "deprecation", "joblib",
    "threadpoolctl", "cloudpickle", "msgpack-python", "lxml", "docutils", "pygments", "brian2",
    "nest-simulator", "mpmath", "seaborn", "colorama", "iniconfig", "pluggy",
  ]
}
