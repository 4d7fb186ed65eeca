import Diagnostics
import Testing

@testable import Verifier

/// What is set where conda's nvcc is required, as its activation sets it.
@Suite(.enabled(if: FaultBench.isPossible, "\(FaultBench.hint)"))
struct NvccActivationTests {
  private let target = StandIns.target

  /// - Parameter build: functions of the recipe's language.
  private func requirements(build: [String]) async throws -> (
    build: HostRequirements, run: HostRequirements
  ) {
    let bench = try await FaultBench(
      recipe: """
        schema_version: 1
        package:
          name: kernels
          version: "1.0"
        requirements:
          build: [\(build.joined(separator: ", "))]
          run: [cuda-nvcc]
        """)
    let plan = try bench.plan()
    let output = try #require(plan.outputs.first)
    let resolver = HostResolver(
      standIns: StandIns(), debian: try await DebianPackages.installed(),
      python: bench.settings.python, places: plan.places)
    return (resolver.forBuild(of: output), resolver.forRun(of: output, depends: output.run))
  }

  private let compilers = ["c", "cxx", "cuda"].map { "\"${{ compiler('\($0)') }}\"" }

  @Test func whileBuilding() async throws {
    let needed = try await requirements(build: compilers).build
    #expect(!needed.findings.contains { $0.id == "no-host-compiler" })
    let include = "-I@PREFIX@/\(target)/include"
    let variables = needed.environment
    #expect(variables["NVCC_PREPEND_FLAGS"] == "-ccbin=g++")
    #expect(
      variables["NVCC_APPEND_FLAGS"]
        == "\(include) -L@PREFIX@/\(target)/lib -L@PREFIX@/\(target)/lib/stubs")
    // Behind what the compilers' own activation sets.
    for name in ["CFLAGS", "CPPFLAGS", "CXXFLAGS"] {
      #expect(
        variables[name]?.hasSuffix(
          "-isystem @PREFIX@/include \(include) \(include)/cccl "
            + "-I@BUILD_PREFIX@/\(target)/include -I@BUILD_PREFIX@/\(target)/include/cccl") == true,
        "\(name): \(variables[name] ?? "")")
    }
    #expect(variables["LDFLAGS"]?.hasSuffix("-L@BUILD_PREFIX@/\(target)/lib/stubs") == true)
    #expect(variables["CUDAARCHS"]?.hasSuffix("121f-real;121-virtual") == true)
    #expect(
      variables["NVCC_GENCODE"]?.hasPrefix("-gencode arch=compute_75,code=sm_75 -gencode ") == true)
    #expect(variables["CMAKE_ARGS"]?.contains("@PREFIX@;@BUILD_PREFIX@/@HOST@/sysroot;") == true)
  }

  /// Users have no build prefix, and nvcc knows its own folders.
  @Test func forUsers() async throws {
    let variables = try await requirements(build: []).run.environment
    #expect(variables["NVCC_PREPEND_FLAGS"] == "-ccbin=g++")
    #expect(variables["NVCC_APPEND_FLAGS"] == "")
    #expect(
      variables["CXXFLAGS"]?.hasSuffix(
        " -I@PREFIX@/\(target)/include -I@PREFIX@/\(target)/include/cccl") == true)
    #expect(!variables.values.contains { $0.contains("@BUILD_PREFIX@") })
  }

  @Test func withoutCompilerOfTheHost() async throws {
    let needed = try await requirements(build: [compilers[2]]).build
    #expect(needed.findings.contains { $0.id == "no-host-compiler" })
  }
}
