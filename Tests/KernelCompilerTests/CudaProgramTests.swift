import SpikingModels
import Testing

@testable import KernelCompiler

/// What of a CUDA program can be seen without running it.
@Suite struct CudaProgramTests {
  private func source(_ network: Network) throws -> String {
    try CudaProgram(try #require(NetworkCompiler.compile(network).network), steps: 10).source
  }

  /// Their results are those of the reference; the others' exponentials are the GPU's.
  @Test func whichNetworksDependOnTheLibrary() throws {
    let depending = try GalleryModel.allCases.filter {
      let network = $0.experiment(.float, scale: $0.smallScale).network
      return try #require(NetworkCompiler.compile(network).network).dependsOnLibrary
    }
    #expect(depending == [.traubMiles, .stdpWindow, .stdpTenToOne])
  }

  @Test func functionsWithOneRightResult() {
    let fixed = LibraryFunction.Name.allCases.filter(\.isFixed)
    #expect(fixed.contains(.sqrt) && fixed.contains(.fmod) && fixed.contains(.fma))
    #expect(!fixed.contains(.exp) && !fixed.contains(.cbrt) && !fixed.contains(.fmin))
  }

  /// Real numbers are never added up in an order that is left to chance.
  @Test func noAtomicSumsOfRealNumbers() throws {
    for model in GalleryModel.allCases {
      let source = try source(model.experiment(.float, scale: model.smallScale).network)
      #expect(!source.contains("atomicAdd(arrived") && !source.contains("atomicAdd(&"))
      #expect(source.split(separator: "\n").count { $0.contains("atomicAdd(") } <= 8)
    }
  }

  /// Each projection's marks come before its sums; all projections share kernels.
  @Test func stages() throws {
    let source = try source(Gallery.vogelsAbbott(scale: 0.05).network)
    #expect(
      source.contains(
        """
        void advance(std::uint32_t number) {
          launch("synapses_0", 32u, synapses_0, number);
          launch("synapses_1", 4u, synapses_1, number);
          launch("neurons", 2u, neurons, number);
          for (const Trace& trace : traces) trace.advance(number);
        }
        """))
    #expect(source.contains("__constant__ Memory memory;"))
  }

  /// Constant memory has 64 KiB.
  @Test func manyProjections() throws {
    let network = Network("many", dt: .milliseconds(1)) {
      Population("a", count: 3, model: .spikeSourceArray([[1], [2], [3]]))
      Population("b", count: 3, model: .lif())
      for number in 0..<900 {
        Projection(
          "p\(number)", from: "a", to: "b", connectivity: .oneToOne,
          weights: .staticPulse(constant: 0.1), postsynaptic: .deltaCurr())
      }
    }
    #expect(try source(network).contains("__device__ Memory memory;"))
  }
}
