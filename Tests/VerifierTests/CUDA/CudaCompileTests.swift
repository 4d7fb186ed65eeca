import Diagnostics
import Foundation
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// The real compiler takes every program, without a warning: as found in CUDA_PATH, or from the
/// packages of requirements-test.txt. No GPU is needed.
@Suite(.serialized) struct CudaCompileTests {
  /// The toolkit, if there is one.
  static let toolkit: CudaToolkit? = {
    let environment = ProcessInfo.processInfo.environment
    var folders = [environment["CUDA_PATH"] ?? ""]
    if let python = environment["GENNFORGE_PYTHON"] {
      let libraries = URL(fileURLWithPath: python).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("lib")
      let pythons = (try? FileManager.default.contentsOfDirectory(atPath: libraries.path)) ?? []
      folders += pythons.sorted().map { "\(libraries.path)/\($0)/site-packages/nvidia/cu13" }
    }
    return folders.filter { !$0.isEmpty }.map { CudaToolkit(folder: $0) }.first {
      FileManager.default.isExecutableFile(atPath: $0.compiler)
    }
  }()

  static let isThere: Comment =
    "needs nvcc: install the nvidia packages of requirements-test.txt into GENNFORGE_PYTHON, or set CUDA_PATH"

  private func compile(
    _ network: Network, for architectures: [CudaArchitecture]
  ) async throws -> [CudaCompilation] {
    let checked = try #require(NetworkCompiler.compile(network).network)
    let area = try WorkArea.make()
    defer { area.remove() }
    let engine = CudaEngine(try #require(Self.toolkit))
    var compilations: [CudaCompilation] = []
    for architecture in architectures {
      let compilation = try await engine.compile(
        checked, steps: 100, for: architecture, in: area)
      let code = try Data(contentsOf: URL(fileURLWithPath: compilation.file))
      #expect(code.prefix(4) == Data([0x7F, 0x45, 0x4C, 0x46]))
      compilations.append(compilation)
    }
    return compilations
  }

  @Test(.enabled(if: toolkit != nil, isThere), arguments: GalleryModel.allCases)
  func gallery(_ model: GalleryModel) async throws {
    let network = model.experiment(.float, scale: 1).network
    let compilation = try await compile(network, for: [CudaArchitecture("sm_90")])[0]
    let names = Set(compilation.kernels.map(\.name))
    #expect(names.isSuperset(of: ["neurons", "tick"]))
    #expect(names.contains("synapses_0") == !network.projections.isEmpty)
    #expect((8...128).contains(compilation.mostRegisters))
    #expect(compilation.kernels.allSatisfy { $0.spills == 0 })
  }

  @Test(.enabled(if: toolkit != nil, isThere)) func allArchitectures() async throws {
    let network = SynapseFeatures.bothWays(.double)
    let compilations = try await compile(network, for: CudaArchitecture.usual)
    #expect(compilations.count == 5)
  }

  @Test(.enabled(if: toolkit != nil, isThere), arguments: Precision.allCases)
  func features(_ precision: Precision) async throws {
    for network in [
      SynapseFeatures.plastic(precision), SynapseFeatures.events(precision),
      SynapseFeatures.draws(precision), Language.everyFeature(precision).network,
    ] { _ = try await compile(network, for: [CudaArchitecture("sm_80")]) }
  }

  @Test(.enabled(if: toolkit != nil, isThere)) func anArchitectureOfTheFuture() async throws {
    let finding = await #expect(throws: Diagnostic.self) {
      try await compile(Gallery.adam().network, for: [CudaArchitecture("sm_799")])
    }
    #expect(finding?.id == "nvcc-fails")
    #expect(finding?.message.contains("can't compile for this architecture") == true)
  }

  /// A whole program, with the host's part; where no GPU is, it says so.
  @Test(.enabled(if: toolkit != nil, isThere)) func aProgramForThisMachine() async throws {
    let experiment = Gallery.stdpTenToOne()
    let checked = try #require(NetworkCompiler.compile(experiment.network).network)
    let layout = NetworkLayout(checked)
    let area = try WorkArea.make()
    defer { area.remove() }
    var engine = CudaEngine(try #require(Self.toolkit))
    engine.architecture = try CudaArchitecture("sm_75")
    var durations = CxxEngine.Durations()
    try await engine.build(layout, steps: 300, in: area, durations: &durations)
    do throws(Diagnostic) {
      let found = try await engine.execute(layout, in: area, durations: &durations)
      let expected = try ReferenceEngine.run(layout, steps: 300)
      // Its exponentials are the GPU's; the inputs spike without one.
      let inputs = [expected, found].map { $0.spikes.filter { $0.population == 0 } }
      #expect(inputs[0] == inputs[1])
    } catch {
      #expect(error.id == "gpu-missing", "\(error.message)")
    }
  }

  @Test func figuresAreRead() {
    let output = """
      ptxas info    : 0 bytes gmem, 8 bytes cmem[3]
      ptxas info    : Compiling entry function '_ZN32_GLOBAL__N__d6b1abfc_4_a_cu_main7neuronsEj' for 'sm_75'
      ptxas info    : Function properties for _ZN32_GLOBAL__N__d6b1abfc_4_a_cu_main7neuronsEj
          24 bytes stack frame, 16 bytes spill stores, 12 bytes spill loads
      ptxas info    : Used 41 registers, used 1 barriers, 128 bytes smem, 356 bytes cmem[0]
      ptxas info    : Compiling entry function '_ZN5abcde15find_not_finiteIfEEvPKT_mPy' for 'sm_75'
      ptxas info    : Used 12 registers
      """
    var neurons = CudaKernelFigures(name: "neurons")
    (neurons.registers, neurons.sharedMemory, neurons.stack, neurons.spills) = (41, 128, 24, 16)
    var find = CudaKernelFigures(name: "find_not_finite")
    find.registers = 12
    #expect(CudaKernelFigures.parse(Array(output.utf8)) == [neurons, find])
  }
}
