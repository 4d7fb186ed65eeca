import Conda
package import RecipeModel

/// The facts of conda-forge's global pinning that GeNN recipes use, as of one day.
///
/// Source: conda-forge-pinning, `recipe/conda_build_config.yaml` and its migrations for CUDA 13 and
/// Python 3.14; the compilers for each toolkit are NVIDIA's limits as the pinning follows them.
package enum PinningSnapshot {
  package static let date = "2026-08-20"

  /// Keys with one value on each platform that has them.
  static let values: [(key: String, values: [(PlatformGroup, String)])] = [
    ("c_compiler", [(.linux, "gcc"), (.osx, "clang"), (.win, "vs2022")]),
    ("cxx_compiler", [(.linux, "gxx"), (.osx, "clangxx"), (.win, "vs2022")]),
    ("fortran_compiler", [(.linux, "gfortran"), (.osx, "gfortran"), (.win, "flang")]),
    ("rust_compiler", [(.linux, "rust"), (.osx, "rust"), (.win, "rust")]),
    ("c_stdlib", [(.linux, "sysroot"), (.osx, "macosx_deployment_target"), (.win, "vs")]),
    ("cuda_compiler", [(.linux, "cuda-nvcc"), (.osx, "cuda-nvcc"), (.win, "cuda-nvcc")]),
    ("arm_variant_type", [(.aarch64, "sbsa")]),
    ("numpy", [(.linux, "2"), (.osx, "2"), (.win, "2")]),
    ("libffi", [(.linux, "3.5"), (.osx, "3.5"), (.win, "3.5")]),
    ("python_min", [(.linux, "3.10"), (.osx, "3.10"), (.win, "3.10")]),
  ]

  static let pythons = ["3.10", "3.11", "3.12", "3.13"]
  static let cudaVersions = ["12.9"]
  static let cudaPlatforms =
    Condition.platform(.linux64) || .platform(.aarch64) || .platform(.win64)

  /// Versions that go with the platform and, on Linux, with the CUDA toolkit: gcc no newer than nvcc takes.
  static func compilerVersion(_ group: PlatformGroup, cuda: String?) -> String {
    guard group == .linux else { return "21" }
    guard let cuda, let version = try? Version(cuda) else { return "15" }
    let newest: [(below: String, gcc: String)] = [
      ("12", "11"), ("12.4", "12"), ("12.8", "13"), ("13", "14"),
    ]
    for limit in newest {
      if let bound = try? Version(limit.below), version < bound { return limit.gcc }
    }
    return "15"
  }

  /// The C library: glibc on Linux, the oldest macOS elsewhere.
  static func stdlibVersion(_ group: PlatformGroup, cuda: String?) -> String {
    guard group == .linux else { return "11.0" }
    guard let cuda, let version = try? Version(cuda), let thirteen = try? Version("13") else {
      return "2.17"
    }
    return version < thirteen ? "2.17" : "2.28"
  }

  /// Keys that conda-forge gives values to, as far as the snapshot knows them.
  package static var knownKeys: Set<VariantKey> {
    Set(
      values.map { VariantKey($0.key) } + [
        .python, .cudaCompilerVersion, "c_compiler_version", "cxx_compiler_version",
        "fortran_compiler_version", "c_stdlib_version", "target_platform", "build_platform",
        "channel_targets", "channel_sources", "blas_impl", "mpi", "is_abi3", "is_python_min",
        "python_impl", "cran_mirror", "r_base",
      ])
  }
}
