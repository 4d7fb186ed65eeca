/// What activating conda-forge's `cuda-nvcc` sets, as its script of 13.2 does it (cuda-nvcc-feedstock,
/// recipe/activate.sh).
enum NvccActivation {
  /// While packages are built, behind what the compilers set.
  static var forBuild: [String: String] {
    let includes = ["@PREFIX@", "@BUILD_PREFIX@"].map { self.includes(below: $0) }
    let libraries = ["@PREFIX@", "@BUILD_PREFIX@"].map { self.libraries(below: $0) }
    let own = self.libraries(below: "@PREFIX@")
    return flags(
      includes: includes.joined(separator: " "), libraries: libraries.joined(separator: " ")
    ).merging([
      // Last on nvcc's line, where its own defaults are: what the build says goes before it.
      "NVCC_APPEND_FLAGS": "-I@PREFIX@/\(StandIns.target)/include \(own)",
      "CMAKE_ARGS":
        "-DCMAKE_FIND_ROOT_PATH=@PREFIX@;@BUILD_PREFIX@/@HOST@/sysroot;"
        + "@PREFIX@/\(StandIns.target);@BUILD_PREFIX@/\(StandIns.target)",
    ]) { $1 }
  }

  /// While they are used.
  static var forUse: [String: String] {
    flags(includes: includes(below: "@PREFIX@"), libraries: libraries(below: "@PREFIX@"))
  }

  /// Processors to build for, where neither variant nor script says any; only while packages are built.
  static let processors: [String: String] = [
    "CUDAARCHS": real.map { "\($0)-real" }.joined(separator: ";") + ";121-virtual",
    "NVCC_GENCODE":
      (real.map { "-gencode arch=compute_\($0),code=sm_\($0)" }
      + ["-gencode arch=compute_121,code=compute_121"]).joined(separator: " "),
  ]

  #if arch(arm64)
    private static let real = [
      "75", "80", "86", "87", "89", "90a", "100f", "103f", "110", "120a", "121f",
    ]
  #else
    private static let real = ["75", "80", "86", "89", "90a", "100f", "103f", "120a", "121f"]
  #endif

  private static func flags(includes: String, libraries: String) -> [String: String] {
    ["CFLAGS": includes, "CPPFLAGS": includes, "CXXFLAGS": includes, "LDFLAGS": libraries]
  }

  private static func includes(below prefix: String) -> String {
    let folder = "\(prefix)/\(StandIns.target)/include"
    return "-I\(folder) -I\(folder)/cccl"
  }

  private static func libraries(below prefix: String) -> String {
    let folder = "\(prefix)/\(StandIns.target)/lib"
    return "-L\(folder) -L\(folder)/stubs"
  }
}
