import Diagnostics
import Disk
import Foundation
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// A CUDA toolkit for machines without GPUs, made of a C++ compiler and a header that runs kernels on
/// the CPU: the very program that nvcc gets is compiled as C++.
struct CudaOnCPU {
  let area: WorkArea

  /// The header's folder.
  private static var header: String {
    Bundle.module.resourceURL?.appendingPathComponent("Fixtures/cuda-on-cpu").path ?? ""
  }

  /// An engine whose programs run blocks and threads in an order that the environment's seed decides.
  func engine(options: [String] = []) throws -> CudaEngine {
    let options = ["-std=c++17", "-O1", "-Wall", "-Wextra", "-Werror"] + options
    try area.write(
      """
      #!/bin/sh
      while [ $# -gt 1 ]; do
        if [ "$1" = -o ]; then program=$2; fi
        shift
      done
      c++ \(options.joined(separator: " ")) -ffp-contract=off -fno-builtin \\
        -I '\(Self.header)' -x c++ "$1" -o "$program.on_cpu" || exit
      printf '#!/bin/sh\\n. ./environment\\nexec ./%s.on_cpu "$@"\\n' "$program" > "$program"
      chmod +x "$program"
      """, to: "nvcc")
    try DiskFile(area.file("nvcc")).makeExecutable()
    try setEnvironment("")
    var engine = CudaEngine(CudaToolkit(compiler: area.file("nvcc")))
    engine.runLimit = .seconds(300)
    return engine
  }

  /// Sets variables for programs that are run from now on.
  func setEnvironment(_ variables: String) throws {
    try area.write(variables.isEmpty ? ":\n" : "export \(variables)\n", to: "environment")
  }

  /// Runs a network by the reference and, with several orders of threads and blocks, by the kernels;
  /// returns what the reference did.
  @discardableResult static func compare(
    _ network: Network, steps: Int, seeds: [Int] = [1, 2, 3], options: [String] = [],
    tracing traced: [TracedVariable] = []
  ) async throws -> (result: SimulationResult, layout: NetworkLayout) {
    let (checked, findings) = NetworkCompiler.compile(network)
    let layout = NetworkLayout(try #require(checked, "\(findings.map(\.message))"))
    let expected = try ReferenceEngine.run(layout, steps: steps, tracing: traced)
    let area = try WorkArea.make()
    defer { area.remove() }
    let toolkit = CudaOnCPU(area: area)
    var engine = try toolkit.engine(options: options)
    engine.traced = traced
    var durations = CxxEngine.Durations()
    try await engine.build(layout, steps: steps, in: area, durations: &durations)
    for (number, seed) in seeds.enumerated() {
      try toolkit.setEnvironment("CUDA_ON_CPU_SEED=\(seed)")
      // Kernel by kernel, too, instead of many steps at once.
      engine.checksSteps = number == 1
      let found = try await engine.execute(layout, in: area, durations: &durations)
      let difference = FirstDifference(expected, found, in: layout.network)
      #expect(difference == nil, "\(difference?.inWords ?? "") with order \(seed)")
      #expect(found.traces == expected.traces, "with order \(seed)")
    }
    return (expected, layout)
  }
}
