import Diagnostics
import Disk
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// What goes wrong between a network and a GPU's result ends in a finding that says so.
@Suite(.serialized) struct CudaFaultTests {
  private func layout(_ simulation: Snippet? = nil) throws -> NetworkLayout {
    var model = NeuronModel.izhikevich(a: 0.02, b: 0.2, c: -65, d: 8)
    if let simulation { model.simulation = simulation }
    let network = Network("one", dt: .milliseconds(0.5)) {
      Population("neurons", count: 3, model: model) { DirectCurrent(10) }
    }
    return NetworkLayout(try #require(NetworkCompiler.compile(network).network))
  }

  /// The finding that a run ends in.
  private func finding(
    _ engine: CudaEngine, _ layout: NetworkLayout, in area: WorkArea
  ) async throws -> Diagnostic {
    var durations = CxxEngine.Durations()
    do throws(Diagnostic) {
      _ = try await engine.run(layout, steps: 100, in: area, durations: &durations)
    } catch {
      #expect(error.remedy?.isEmpty == false)
      return error
    }
    throw Diagnostic(.error, at: nil, "it worked")
  }

  /// A script in nvcc's place. Only one that hangs may be short of time where many tests run at once.
  private func finding(
    compiler script: String, within limit: Duration
  ) async throws -> Diagnostic {
    let area = try WorkArea.make()
    defer { area.remove() }
    try area.write("#!/bin/sh\n" + script, to: "nvcc")
    try DiskFile(area.file("nvcc")).makeExecutable()
    var engine = CudaEngine(CudaToolkit(compiler: area.file("nvcc")))
    engine.compileLimit = limit
    return try await finding(engine, try layout(), in: area)
  }

  @Test func noCompiler() async throws {
    let area = try WorkArea.make()
    defer { area.remove() }
    for name in ["no-such-nvcc", "/no/such/nvcc"] {
      let engine = CudaEngine(CudaToolkit(compiler: name))
      let finding = try await finding(engine, try layout(), in: area)
      #expect(finding.id == "nvcc-missing" && finding.remedy?.contains("CUDA_PATH") == true)
    }
  }

  @Test(arguments: [
    ("echo 'one.cu(3): error: no' >&2; exit 2", "nvcc-fails", "rejects the generated program"),
    (
      "echo \"nvcc fatal   : Unsupported gpu architecture 'sm_90'\" >&2; exit 1", "nvcc-fails",
      "can't compile for this architecture"
    ),
    (
      "echo 'nvcc fatal   : Failed to preprocess host compiler properties.' >&2; exit 1",
      "nvcc-fails", "finds no C++ compiler"
    ),
    ("echo 'sh: 1: cicc: not found' >&2; exit 127", "nvcc-fails", "misses a part of its own"),
    ("kill -9 $$", "compiler-dies", "signal 9"), ("sleep 1000", "compiler-hangs", "2.0 s"),
    (
      "echo \"nvcc warning : Cannot find valid GPU for '-arch=native'\" >&2; : > one_float",
      "gpu-missing", "nvcc finds none"
    ),
  ])
  func aCompilerThatFails(_ script: String, _ id: String, _ words: String) async throws {
    let limit: Duration = id == "compiler-hangs" ? .seconds(2) : .seconds(300)
    let finding = try await finding(compiler: script, within: limit)
    #expect(finding.id == id, "\(finding.message)")
    #expect(finding.message.contains(words), "\(finding.message)")
  }

  /// The runtime's faults, as the program tells of them.
  @Test func aRuntimeThatFails() async throws {
    let area = try WorkArea.make()
    defer { area.remove() }
    let toolkit = CudaOnCPU(area: area)
    var engine = try toolkit.engine()
    let layout = try layout()
    for (fault, checks, id, words) in [
      ("no-driver", false, "gpu-missing", "driver version is insufficient"),
      ("no-device", false, "gpu-missing", "the driver knows of none"),
      ("memory", false, "gpu-too-small", "1000 free of 2000"),
      ("kernel", false, "gpu-fails", "a batch of kernels"),
      // Four kernels a step: neurons, the clock's, and one for each of two columns.
      ("kernel", true, "gpu-fails", "tick, steps 1 to 1"),
    ] {
      try toolkit.setEnvironment("CUDA_ON_CPU_FAULT=\(fault)")
      engine.checksSteps = checks
      let finding = try await finding(engine, layout, in: area)
      #expect(finding.id == id, "\(fault): \(finding.message)")
      #expect(finding.message.contains(words), "\(finding.message)")
    }
  }

  @Test func aProgramThatHangsIsKilled() async throws {
    let area = try WorkArea.make()
    defer { area.remove() }
    var engine = try CudaOnCPU(area: area).engine()
    engine.runLimit = .milliseconds(500)
    let layout = try layout(Snippet { "while (V < 1000.0) V += 0.0 * V;" })
    #expect(try await finding(engine, layout, in: area).id == "simulation-hangs")
  }

  /// The first bad number is found with population, neuron and time, though nobody asked for checks.
  @Test func aNumberThatIsNotFinite() async throws {
    let area = try WorkArea.make()
    defer { area.remove() }
    let layout = try layout(Snippet { "if (id == 2 && t > 10.0) U = U / 0.0 - U / 0.0;" })
    let finding = try await finding(try CudaOnCPU(area: area).engine(), layout, in: area)
    #expect(finding.id == "not-finite")
    #expect(
      finding.message.hasPrefix("'U' became ")
        && finding.message.hasSuffix("nan in neuron 2 of 'neurons' at 10.5 ms (step 21)"))
    #expect(finding.location != nil)
  }

  /// Arrays that all neurons write have no order of writes on a GPU.
  @Test func aSharedArrayThatIsWritten() async throws {
    var model = NeuronModel.izhikevich(a: 0.02, b: 0.2, c: -65, d: 8)
    model.extraGlobalParameters = [ExtraGlobalParameter("seen", [0, 0])]
    model.simulation = Snippet { "seen[0] = V;" }
    let network = Network("array", dt: .milliseconds(1)) {
      Population("neurons", count: 3, model: model)
    }
    let checked = try #require(NetworkCompiler.compile(network).network)
    let area = try WorkArea.make()
    defer { area.remove() }
    let finding = try await finding(CudaEngine(), NetworkLayout(checked), in: area)
    #expect(finding.id == "writes-shared-array")
    #expect(finding.location?.file.hasSuffix("CudaFaultTests.swift") == true)
  }

  @Test(arguments: [
    ("sm_80", "sm_80"), ("90", "sm_90"), ("sm_90a", "sm_90a"), ("sm_120", "sm_120"),
  ])
  func architectures(_ text: String, _ name: String) throws {
    #expect(try CudaArchitecture(text).name == name)
  }

  @Test(arguments: [
    ("sm_60", "architecture-too-old"), ("sm_", "not-an-architecture"),
    ("hopper", "not-an-architecture"), ("sm_90; rm", "not-an-architecture"),
  ])
  func noArchitectures(_ text: String, _ id: String) {
    let finding = #expect(throws: Diagnostic.self) { try CudaArchitecture(text) }
    #expect(finding?.id == id)
  }
}
