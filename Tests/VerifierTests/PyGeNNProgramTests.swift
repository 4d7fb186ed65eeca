import Diagnostics
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// The PyGeNN program never calls a package right that it could not look at: run by Python with a
/// `pygenn` that is none, in folders as packages have them.
@Suite(.serialized) struct PyGeNNProgramTests {
  private func program() throws -> String {
    let experiment = Gallery.izhikevichRegularSpiking(.float, count: 1)
    let network = try #require(NetworkCompiler.compile(experiment.network).network)
    let expected = try ReferenceEngine.run(network, steps: 10)
    return try PyGeNNTest([.init(network, steps: 10, expected: expected)]).source
  }

  /// Runs the program with a package of these files, and `nvcc` as a shell script.
  private func run(
    _ arguments: [String], package files: [String] = [], nvcc: String? = nil
  ) async throws -> (status: Int, output: String, errors: String) {
    let area = try WorkArea.make()
    defer { area.remove() }
    try area.write(try program(), to: "test_kernels.py")
    let list = files.map { ": > pygenn/\($0)" }
    let setup =
      [
        "mkdir pygenn numpy bin", ": > numpy/__init__.py",
        "printf 'class genn_model:\\n    backend_modules = {}\\n' > pygenn/__init__.py",
      ] + list
      + (nvcc.map { ["printf '#!/bin/sh\\n\($0)\\n' > bin/nvcc", "chmod +x bin/nvcc"] } ?? [])
    try area.write(setup.joined(separator: "\n"), to: "setup.sh")
    let made = await Command(
      "sh", ["-e", "setup.sh"], in: area.path, timeLimit: .seconds(300), outputLimit: 10_000
    ).run()
    #expect(made.end == .exited(0), "\(String(decoding: made.errors, as: UTF8.self))")
    let variable = nvcc == nil ? [] : ["CUDA_PATH=\(area.path)"]
    let run = await Command(
      "env", ["-u", "CUDA_PATH"] + variable + ["python3", "test_kernels.py"] + arguments,
      in: area.path, timeLimit: .seconds(300), outputLimit: 100_000
    ).run()
    guard case .exited(let status) = run.end else {
      throw Diagnostic(.error, at: nil, "python3 ended as \(run.end)")
    }
    return (
      status, String(decoding: run.output, as: UTF8.self),
      String(decoding: run.errors, as: UTF8.self)
    )
  }

  private static let cudaFiles = files(of: "cuda")

  private static func files(of backend: String) -> [String] {
    #if os(macOS)
      ["libgenn_\(backend)_backend_dynamic.dylib", "\(backend)_backend.abi3.so"]
    #else
      ["libgenn_\(backend)_backend_dynamic.so", "\(backend)_backend.abi3.so"]
    #endif
  }

  @Test func aPackageWithoutItsBackendFails() async throws {
    let run = try await run([])
    #expect(run.status == 1)
    #expect(run.errors.contains("FAILED: the package has no backend library libgenn_single_"))
    #expect(run.errors.contains("nothing was run"))
  }

  @Test func aBackendThatCannotBeImportedFails() async throws {
    let run = try await run([], package: Self.files(of: "single_threaded_cpu"))
    #expect(run.status == 1)
    #expect(run.errors.contains("FAILED: the backend single_threaded_cpu is not among []"))
  }

  @Test func cudaWithoutCudaPathFails() async throws {
    let run = try await run(["cuda"], package: Self.cudaFiles)
    #expect(run.status == 1 && run.errors.contains("FAILED: CUDA_PATH is not set"))
  }

  @Test func anNvccThatCannotCompileFails() async throws {
    let run = try await run(
      ["cuda"], package: Self.cudaFiles, nvcc: "echo no curand_kernel.h >&2; exit 2")
    #expect(run.status == 1 && run.errors.contains("no curand_kernel.h"))
  }

  @Test func withoutADeviceItSaysThatNothingRan() async throws {
    let allowed = try await run(["cuda"], package: Self.cudaFiles, nvcc: "exit 0")
    // Where there is a driver, this package's empty backend can't be loaded.
    try #require(allowed.errors.contains("not among") || allowed.status == 0, "\(allowed)")
    if allowed.status == 0 { #expect(allowed.output.contains("not run: no device")) }
    let required = try await run(
      ["cuda", "--require-run"], package: Self.cudaFiles, nvcc: "exit 0")
    #expect(required.status == 1)
  }

  @Test func anUnknownBackendIsRefused() async throws {
    let run = try await run(["opencl"])
    #expect(run.status == 2 && run.errors.contains("invalid choice"))
  }
}
