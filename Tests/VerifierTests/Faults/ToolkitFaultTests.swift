import Diagnostics
import Foundation
import Testing

@testable import Verifier

/// What can be wrong with CUDA's toolkit while a package is built, and where its user compiles kernels.
///
/// The package is a fixture of ours that does both as GeNN does. Nothing needs a device.
@Suite(
  .enabled(if: FaultBench.isPossible && FaultBench.hasToolkit, "\(FaultBench.hint)"), .serialized)
struct ToolkitFaultTests {
  /// Changes of the fixture's files, by name, and what the machine lacks.
  struct Fault: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var changes: [(file: String, from: String, to: String)] = []
    var withheld: Set<String> = []
    var stage: Stage
    var message: String
    /// How the recipe's line begins that is to be changed.
    var line: String
  }

  private static let compilers = "    - ${{ compiler('cuda') }}"
  /// Without `cuda-nvcc` nothing is activated that says where the headers of host are.
  private static let withIncludes = (
    file: "build.sh", from: "nvcc -arch",
    to: "nvcc -I\"${PREFIX}/\(headers)\" -I\"${PREFIX}/\(headers)/cccl\" -arch"
  )
  private static let headers = "targets/x86_64-linux/include"

  private func bench(_ fault: Fault?) async throws -> (bench: FaultBench, recipe: String) {
    let fixture = try #require(
      Bundle.module.url(forResource: "Fixtures/tinycuda", withExtension: nil))
    var files: [String: String] = [:]
    for name in ["recipe.yaml", "build.sh"] {
      var text = try String(contentsOf: fixture.appending(path: "recipe/\(name)"), encoding: .utf8)
      for change in fault?.changes ?? [] where change.file == name {
        try #require(text.contains(change.from), "the fixture has no '\(change.from)'")
        text = text.replacing(change.from, with: change.to)
      }
      files[name] = text
    }
    let recipe = try #require(files["recipe.yaml"])
    let bench = try await FaultBench(recipe: recipe, files: files)
    bench.settings.source = fixture.appending(path: "source").path(percentEncoded: false)
    bench.settings.withheld = fault?.withheld ?? []
    return (bench, recipe)
  }

  @Test func nothingIsWrong() async throws {
    let (bench, _) = try await bench(nil)
    let failure = try await bench.failure()
    #expect(failure.report.isRight && failure.errors == [], "\(failure.errors)")
    let findings = failure.report.allFindings.filter { $0.severity != .note }.map(\.message)
    #expect(findings == [])
    let checks = failure.report.outputs.flatMap { $0.stages.flatMap(\.checks) }
    #expect(checks.contains { $0.name == "CUDA_PATH is this environment's toolkit" && $0.isRight })
    #expect(checks.last?.output.last == "ok: model")
  }

  private func expect(_ fault: Fault) async throws {
    let (bench, recipe) = try await bench(fault)
    let failure = try await bench.failure()
    #expect(failure.stage == fault.stage, "\(failure.errors)")
    let lines = recipe.split(separator: "\n", omittingEmptySubsequences: false)
    let line = (lines.firstIndex { $0.hasPrefix(fault.line) } ?? -1) + 1
    #expect(
      failure.errors.contains { $0.hasPrefix("\(line): ") && $0.contains(fault.message) },
      "\(failure.errors), line \(line)")
    let errors = failure.report.allFindings.filter { $0.severity == .error }
    #expect(errors.allSatisfy { $0.remedy?.isEmpty == false })
  }

  @Test(arguments: buildFaults) func whileBuilding(_ fault: Fault) async throws {
    try await expect(fault)
  }

  @Test(arguments: runFaults) func whereItIsUsed(_ fault: Fault) async throws {
    try await expect(fault)
  }

  @Test(arguments: pathFaults) func path(_ fault: Fault) async throws { try await expect(fault) }

  static let buildFaults = [
    Fault(
      testDescription: "no nvcc", changes: [("recipe.yaml", "\(compilers)\n", "")], stage: .build,
      message: "CUDA's program 'nvcc' is missing: 'cuda-nvcc-tools', which "
        + "'${{ compiler('cuda') }}' brings, is not among the build requirements", line: "  build:"),
    Fault(
      testDescription: "no cicc", withheld: ["nvvm/bin/cicc"], stage: .build,
      message: "CUDA's program 'cicc' ('cuda-nvvm-tools') is not found although "
        + "'${{ compiler('cuda') }}' is required", line: compilers),
    Fault(
      testDescription: "no ptxas", withheld: ["bin/ptxas"], stage: .build,
      message: "CUDA's program 'ptxas' ('cuda-nvcc-tools') is not found although "
        + "'${{ compiler('cuda') }}' is required", line: compilers),
    Fault(
      testDescription: "no libdevice",
      changes: [
        ("recipe.yaml", compilers, "    - cuda-nvcc-tools\n    - cuda-crt-dev_linux-64"),
        withIncludes,
      ], stage: .build,
      message: "CUDA's file 'libdevice.10.bc' is missing: 'cuda-nvvm-dev', which "
        + "'${{ compiler('cuda') }}' brings, is not among the build requirements", line: "  build:"),
    Fault(
      testDescription: "no headers of crt",
      changes: [("recipe.yaml", compilers, "    - cuda-nvcc-tools"), withIncludes],
      stage: .build,
      message: "CUDA's header 'crt/host_config.h' is missing: 'cuda-crt-dev', which "
        + "'${{ compiler('cuda') }}' brings, is not among the build requirements", line: "  build:"),
    Fault(
      testDescription: "no headers of cccl", withheld: ["\(headers)/cccl"], stage: .build,
      message: "CUDA's header 'nv/target' ('cuda-cccl') is not found although 'cuda-cudart-dev' "
        + "is required", line: "    - cuda-cudart-dev"),
    Fault(
      testDescription: "no headers of curand",
      changes: [("recipe.yaml", "    - libcurand-dev\n  run:", "  run:")], stage: .build,
      message: "CUDA's header 'curand_kernel.h' is missing: 'libcurand-dev' is not among the host "
        + "requirements", line: "  host:"),
    Fault(
      testDescription: "no C++ compiler",
      changes: [("recipe.yaml", "    - ${{ compiler('cxx') }}\n", "")], stage: .environment,
      message: "'cuda-nvcc_linux-64' has no C++ compiler for the host's part of kernels",
      line: "  build:"),
  ]

  static let runFaults = [
    Fault(
      testDescription: "no nvcc", changes: [("recipe.yaml", "    - cuda-nvcc\n", "")],
      stage: .tests,
      message: "CUDA's program 'nvcc' is missing: 'cuda-nvcc-tools', which 'cuda-nvcc' brings, is "
        + "not among the run requirements", line: "  run:"),
    Fault(
      testDescription: "no headers of crt",
      changes: [
        (
          "recipe.yaml", "    - cuda-nvcc\n",
          "    - cuda-nvcc-tools\n    - cuda-cudart-dev\n    - cxx-compiler\n"
        )
      ], stage: .tests,
      message: "CUDA's header 'crt/host_config.h' is missing: 'cuda-crt-dev', which 'cuda-nvcc' "
        + "brings, is not among the run requirements", line: "  run:"),
    Fault(
      testDescription: "no headers of curand",
      changes: [("recipe.yaml", "    - libcurand-dev\n    - __cuda", "    - __cuda")],
      stage: .tests,
      message: "CUDA's header 'curand_kernel.h' is missing: 'libcurand-dev' is not among the run "
        + "requirements", line: "  run:"),
  ]

  private static let activation = #"printf '{"CUDA_PATH": "%s"}\n' "${PREFIX}""#

  static let pathFaults = [
    Fault(
      testDescription: "CUDA_PATH unset while building",
      changes: [("build.sh", #"export CUDA_PATH="${PREFIX}""#, "unset CUDA_PATH")], stage: .tests,
      message: "has no file 'lib/libtinycuda.so': the build left CUDA out, as many do without a "
        + "word where CUDA_PATH is unset or names no folder", line: "  script: build.sh"),
    Fault(
      testDescription: "CUDA_PATH wrong while building",
      changes: [("build.sh", #"export CUDA_PATH="${PREFIX}""#, "export CUDA_PATH=/usr/lib/cuda")],
      stage: .tests, message: "has no file 'lib/libtinycuda.so': the build left CUDA out",
      line: "  script: build.sh"),
    Fault(
      testDescription: "another toolkit while building",
      changes: [
        (
          "build.sh", #"export CUDA_PATH="${PREFIX}""#,
          """
          export CUDA_PATH="${SRC_DIR}/cuda-12"
          mkdir -p "${CUDA_PATH}/lib64"
          echo 'int cudaGetDeviceCount(int *n) { return *n = 0; }' >cudart.c
          "${CC}" -shared -fPIC -Wl,-soname,libcudart.so.12 -o "${CUDA_PATH}/lib64/libcudart.so" cudart.c
          export LDFLAGS="-L${CUDA_PATH}/lib64 ${LDFLAGS}"
          """
        )
      ], stage: .inspect,
      message: "'lib/libtinycuda.so' needs 'libcudart.so.12', and the environment's 'cuda-cudart' "
        + "has 'libcudart.so.13': another CUDA toolkit was linked with", line: "  script: build.sh"),
    Fault(
      testDescription: "CUDA_PATH unset where it is used",
      changes: [("build.sh", activation, "printf '{}\\n'")], stage: .tests,
      message: "CUDA_PATH does not lead to a whole toolkit", line: "  script: build.sh"),
    Fault(
      testDescription: "CUDA_PATH wrong where it is used",
      changes: [("build.sh", #""CUDA_PATH": "%s""#, #""CUDA_PATH": "%s/cuda""#)], stage: .scripts,
      message: "activation points CUDA_PATH to '$CONDA_PREFIX/cuda', where no bin/nvcc is",
      line: "  script: build.sh"),
    Fault(
      testDescription: "another toolkit where it is used",
      changes: [("build.sh", activation, #"printf '{"CUDA_PATH": "/usr/local/cuda"}\n'"#)],
      stage: .scripts,
      message: "activation points CUDA_PATH to '/usr/local/cuda', another toolkit than the "
        + "environment's own", line: "  script: build.sh"),
  ]
}
