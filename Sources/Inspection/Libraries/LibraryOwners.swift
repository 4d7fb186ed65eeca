/// Which packages bring which shared libraries.
package struct LibraryOwners: Hashable, Sendable {
  /// An environment's files: path → package.
  package var files: [String: String]
  /// The same by file name, in lower case.
  private var libraries: [String: Set<String>] = [:]

  /// What is known without an environment: the libraries that recipes around GeNN meet.
  package static let known = LibraryOwners(files: [:])

  /// An environment that holds the dependencies.
  package init(files: [String: String]) {
    self.files = files
    for (path, package) in files where Self.isLibrary(path) {
      libraries[Self.name(of: path), default: []].insert(package)
    }
  }

  /// Whether it is known what the environment holds.
  package var isEnvironment: Bool { !files.isEmpty }

  /// The packages that have a library of this name; none if none is known.
  func packages(with library: String) -> Set<String> {
    libraries[Self.name(of: library)] ?? Self.knownPackages[Self.stem(of: library)] ?? []
  }

  /// The library that an environment has in this one's place, with another version in its name.
  func otherRelease(of library: String) -> (name: String, package: String)? {
    let name = Self.name(of: library)
    guard isEnvironment, name.contains(".so."), libraries[name] == nil else { return nil }
    let stem = Self.stem(of: name)
    // libz.so.1.2.13 is libz.so.1 with more of its version.
    let others = libraries.filter { other, _ in
      Self.stem(of: other) == stem && other.contains(".so.") && !other.hasPrefix(name + ".")
        && !name.hasPrefix(other + ".")
    }
    return others.min { $0.key < $1.key }.flatMap { other, packages in
      packages.min().map { (other, $0) }
    }
  }

  /// Whether a library comes with CUDA.
  static func isOfToolkit(_ library: String) -> Bool {
    let packages = knownPackages[stem(of: library)] ?? []
    return packages.contains { package in
      package != "libcurl" && ["cuda-", "libcu", "libnv"].contains { package.hasPrefix($0) }
    }
  }

  /// The packages of the list whose only use at run time is their libraries.
  static let libraryPackages = Set(knownPackages.values.flatMap { $0 })
    .subtracting(["python", "openmpi", "mpich", "llvm-openmp", "_openmp_mutex"])

  private static func isLibrary(_ path: String) -> Bool {
    path.hasSuffix(".dylib") || path.lowercased().hasSuffix(".dll") || path.hasSuffix(".so")
      || path.contains(".so.")
  }

  static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "").lowercased()
  }

  /// A library's name without version and ending: `libffi` of `libffi.so.8`, `@rpath/libffi.8.dylib`
  /// and `libffi-8.dll`.
  static func stem(of library: String) -> String {
    let name = name(of: library)
    if name.hasPrefix("libpython3") { return "libpython" }
    if let end = name.firstRange(of: ".so") { return String(name[..<end.lowerBound]) }
    if name.hasSuffix(".dylib") { return String(name.prefix { $0 != "." }) }
    if name.hasSuffix(".dll") {
      var stem = name.dropLast(4)
      while let last = stem.last, last.isNumber || "-_.".contains(last) { stem.removeLast() }
      return String(stem)
    }
    return name
  }

  /// From the packages' own file lists.
  private static let knownPackages: [String: Set<String>] = [
    "libstdc++": ["libstdcxx", "libstdcxx-ng"], "libgcc_s": ["libgcc", "libgcc-ng"],
    "libgomp": ["libgomp", "_openmp_mutex", "llvm-openmp"], "libquadmath": ["libgfortran5"],
    "libgfortran": ["libgfortran", "libgfortran5", "libgfortran-ng"],
    "libc++": ["libcxx"], "libomp": ["llvm-openmp"], "libiomp5": ["llvm-openmp"],
    "vcruntime": ["vc14_runtime", "vcomp14", "vc"], "msvcp": ["vc14_runtime", "vc"],
    "concrt": ["vc14_runtime"], "vcomp": ["vcomp14", "vc14_runtime"],
    "libffi": ["libffi"], "ffi": ["libffi"], "libpython": ["python"], "python": ["python"],
    "libz": ["libzlib", "zlib"], "zlib": ["libzlib", "zlib"], "zlib1": ["libzlib", "zlib"],
    "libbz2": ["bzip2"], "liblzma": ["liblzma", "xz"], "libzstd": ["zstd"],
    "liblz4": ["lz4-c"], "libssl": ["openssl"], "libcrypto": ["openssl"],
    "libsqlite3": ["libsqlite", "sqlite"], "libyaml-0": ["yaml"], "libyaml": ["yaml"],
    "libgit2": ["libgit2"], "libxml2": ["libxml2"], "libcurl": ["libcurl"],
    "libarchive": ["libarchive"], "libhdf5": ["hdf5"],
    "libblas": ["libblas"], "libcblas": ["libcblas"], "liblapack": ["liblapack"],
    "libopenblas": ["libopenblas", "openblas"], "libmpi": ["openmpi", "mpich"],
    "libcudart": ["cuda-cudart"], "cudart": ["cuda-cudart"], "libnvrtc": ["cuda-nvrtc"],
    "nvrtc": ["cuda-nvrtc"], "libcurand": ["libcurand"], "curand": ["libcurand"],
    "libcublas": ["libcublas"], "libcublaslt": ["libcublas"], "cublas": ["libcublas"],
    "libcufft": ["libcufft"], "libcusparse": ["libcusparse"], "libcusolver": ["libcusolver"],
    "libnvjitlink": ["libnvjitlink"], "libnvptxcompiler": ["libnvptxcompiler"],
    "libcudnn": ["cudnn", "libcudnn"], "libnccl": ["nccl"], "libcupti": ["cuda-cupti"],
  ]
}
