/// CUDA's toolkit as conda-forge cuts it into packages. Each has its own files only, so that one that a
/// recipe forgets is missing here, too.
extension StandIns {
  #if arch(arm64)
    static let target = "targets/sbsa-linux"
    private static let platform = "linux-aarch64"
  #else
    static let target = "targets/x86_64-linux"
    private static let platform = "linux-64"
  #endif

  /// With the platform in their names: `cuda-nvcc_linux-64` without its ending.
  static let toolkitOfPlatform: [String: StandIn] = [
    // The compiler of `compiler('cuda')`, with what its activation sets.
    "cuda-nvcc": StandIn(
      requires: [
        "cuda-nvcc-dev_\(platform)", "cuda-nvcc-impl", "cuda-cudart-dev_\(platform)",
        "cuda-driver-dev_\(platform)",
      ],
      runExports: ["cuda-version >=13.0,<14"],
      environment: NvccActivation.processors.merging([
        "NVCC_PREPEND_FLAGS": "-ccbin=g++", "NVCC_APPEND_FLAGS": "",
      ]) { $1 },
      addedFlags: NvccActivation.forBuild, usersFlags: NvccActivation.forUse),
    "cuda-nvcc-dev": StandIn(
      toolkit: [
        .wheel(.nvcc, "include/fatbinary_section.h", to: "\(target)/include/fatbinary_section.h")
      ],
      requires: ["cuda-crt-dev_\(platform)", "cuda-nvvm-dev_\(platform)"]),
    "cuda-crt-dev": StandIn(
      toolkit: [.wheel(.crt, "include/crt", to: "\(target)/include/crt")]),
    "cuda-nvvm-dev": StandIn(
      toolkit: [
        .wheel(.nvvm, "include/nvvm.h", to: "nvvm/include/nvvm.h"),
        .wheel(.nvvm, "nvvm/libdevice", to: "nvvm/libdevice"),
      ]),
    "cuda-cudart": StandIn(
      toolkit: [
        .wheel(.runtime, "lib/libcudart.so.13", to: "\(target)/lib/libcudart.so.13")
      ]),
    "cuda-cudart-static": StandIn(
      toolkit: [
        .wheel(.runtime, "lib/libcudart_static.a", to: "\(target)/lib/libcudart_static.a"),
        .wheel(.runtime, "lib/libcudadevrt.a", to: "\(target)/lib/libcudadevrt.a"),
      ]),
    "cuda-cudart-dev": StandIn(
      toolkit: [
        .wheel(.runtime, "include", to: "\(target)/include"),
        .link("\(target)/lib/libcudart.so", to: "libcudart.so.13"),
      ],
      requires: [
        "cuda-cudart_\(platform)", "cuda-cudart-static_\(platform)", "cuda-cccl_\(platform)",
      ]),
    "cuda-driver-dev": StandIn(
      toolkit: [ToolkitFile(origin: .driverStub, target: "\(target)/lib/stubs/libcuda.so")]),
    "cuda-cccl": StandIn(
      toolkit: [.wheel(.cccl, "include/cccl", to: "\(target)/include/cccl")]),
  ]

  static let toolkit: [String: StandIn] = [
    "cuda-version": .nothing,
    "cuda-nvcc": StandIn(
      requires: ["gcc_\(platform)", "gxx_\(platform)", "cuda-nvcc_\(platform)"]),
    "cuda-nvcc-impl": StandIn(
      requires: [
        "cuda-nvcc-tools", "cuda-nvcc-dev_\(platform)", "cuda-cudart-dev", "cuda-nvvm-impl",
      ]
    ),
    "cuda-nvcc-tools": StandIn(
      toolkit: ["nvcc", "ptxas", "fatbinary", "bin2c", "nvlink", "cudafe++"].map {
        .wheel(.nvcc, "bin/\($0)", to: "bin/\($0)")
      } + [
        .wheel(.nvcc, "bin/__nvcc_device_query", to: "bin/__nvcc_device_query"),
        ToolkitFile(origin: .profile, target: "bin/nvcc.profile"),
      ],
      requires: ["cuda-crt-tools", "cuda-nvvm-tools"]),
    "cuda-crt-tools": StandIn(toolkit: [.wheel(.nvcc, "bin/crt", to: "bin/crt")]),
    "cuda-nvvm-tools": StandIn(toolkit: [.wheel(.nvvm, "nvvm/bin/cicc", to: "nvvm/bin/cicc")]),
    "cuda-nvvm-impl": StandIn(
      toolkit: [.wheel(.nvvm, "lib/libnvvm.so.4", to: "nvvm/lib64/libnvvm.so.4")]),
    // Links below lib/ are these packages' own, the files behind them the platform's.
    "cuda-cudart": StandIn(
      toolkit: [.link("lib/libcudart.so.13", to: "../\(target)/lib/libcudart.so.13")],
      requires: ["cuda-cudart_\(platform)"]),
    "cuda-cudart-static": StandIn(requires: ["cuda-cudart-static_\(platform)"]),
    "cuda-cudart-dev": StandIn(
      toolkit: [.link("lib/libcudart.so", to: "../\(target)/lib/libcudart.so.13")],
      requires: ["cuda-cudart", "cuda-cudart-dev_\(platform)", "cuda-cudart-static"],
      runExports: ["cuda-cudart >=13.0,<14.0a0"]),
    "cuda-driver-dev": StandIn(requires: ["cuda-driver-dev_\(platform)"]),
    "cuda-cccl": StandIn(requires: ["cuda-cccl_\(platform)"]),
    "cuda-crt": StandIn(requires: ["cuda-crt-tools", "cuda-crt-dev_\(platform)"]),
    "libcurand": StandIn(
      toolkit: [
        .wheel(.curand, "lib/libcurand.so.10", to: "\(target)/lib/libcurand.so.10"),
        .link("lib/libcurand.so.10", to: "../\(target)/lib/libcurand.so.10"),
      ]),
    "libcurand-dev": StandIn(
      toolkit: [
        .wheel(.curand, "include", to: "\(target)/include"),
        .link("\(target)/lib/libcurand.so", to: "libcurand.so.10"),
        .link("lib/libcurand.so", to: "../\(target)/lib/libcurand.so.10"),
      ],
      requires: ["libcurand"], runExports: ["libcurand >=10,<11.0a0"]),
    "cuda-cuobjdump": StandIn(toolkit: [.wheel(.cuobjdump, "bin/cuobjdump", to: "bin/cuobjdump")]),
  ]
}
