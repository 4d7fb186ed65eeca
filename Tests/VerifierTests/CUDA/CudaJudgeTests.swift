import Foundation
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// CUDA 12.9's compiler for GPUs takes every network's kernels, too, without a warning: NVRTC, as
/// no package of PyPI has that release's nvcc.
@Suite(.serialized) struct CudaJudgeTests {
  /// A Python that has NVRTC.
  private static let python: String? = {
    guard let python = ProcessInfo.processInfo.environment["GENNFORGE_JUDGES"] else { return nil }
    let libraries = URL(fileURLWithPath: python).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("lib")
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: libraries.path)) ?? []
    let isThere = folders.contains {
      FileManager.default.fileExists(
        atPath: "\(libraries.path)/\($0)/site-packages/nvidia/cuda_nvrtc")
    }
    return isThere ? python : nil
  }()
  private static let isThere: Comment =
    "needs NVRTC: install the nvidia packages of requirements-judges.txt; `make setup` does so"
  private static let script =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    + "/Judges/nvrtc_judge.py"

  private func compile(
    _ program: String, _ architectures: [String]
  ) async throws -> (output: [Substring], errors: String) {
    let area = try WorkArea.make()
    defer { area.remove() }
    try area.write(program, to: "program.cu")
    let run = await Command(
      try #require(Self.python), [Self.script, "program.cu"] + architectures, in: area.path,
      timeLimit: .seconds(300), outputLimit: 1 << 20
    ).run()
    let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n")
    return (lines, String(decoding: run.errors, as: UTF8.self))
  }

  private func program(_ network: Network) throws -> String {
    let checked = try #require(NetworkCompiler.compile(network).network)
    return try CudaProgram(checked, steps: 100).source
  }

  @Test(.enabled(if: python != nil, isThere), arguments: GalleryModel.allCases)
  func gallery(_ model: GalleryModel) async throws {
    let network = model.experiment(.float, scale: model.smallScale).network
    let run = try await compile(try program(network), ["sm_90"])
    #expect(run.output.count == 1 && run.errors.isEmpty, "\(run.errors)")
  }

  @Test(.enabled(if: python != nil, isThere)) func allArchitectures() async throws {
    let names = CudaArchitecture.usual.map(\.name)
    for network in [SynapseFeatures.bothWays(.double), Language.everyFeature(.float).network] {
      let run = try await compile(try program(network), names)
      #expect(run.output.count == names.count && run.errors.isEmpty, "\(run.errors)")
    }
  }

  /// The judge would say if something were wrong.
  @Test(.enabled(if: python != nil, isThere)) func aMistakeIsFound() async throws {
    let source = try program(Gallery.delayRing().network)
    let broken = source.replacing("atomicOr(", with: "atomicNor(")
    let run = try await compile(broken, ["sm_90"])
    #expect(run.output.isEmpty && run.errors.contains("\"atomicNor\" is undefined"))
    let warned = source.replacing(
      "// Parameters.", with: "__device__ unsigned char narrow = 300;")
    #expect(try await compile(warned, ["sm_90"]).errors.contains("warning"))
  }
}
