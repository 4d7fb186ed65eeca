import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// CUDA's kernels, run on the CPU, do what the reference does, bit for bit, in whatever order their
/// threads and blocks come.
@Suite(.serialized) struct CudaKernelTests {
  @Test(arguments: GalleryModel.allCases) func gallery(_ model: GalleryModel) async throws {
    let experiment = model.experiment(.float, scale: model.smallScale)
    let steps = min(model.fewSteps, experiment.steps)
    let run = try await CudaOnCPU.compare(experiment.network, steps: steps)
    // Adam's units have no threshold.
    #expect(run.result.spikes.isEmpty == (model == .adam))
  }

  @Test(arguments: Precision.allCases) func tracesAndDelays(_ precision: Precision) async throws {
    try await CudaOnCPU.compare(SynapseFeatures.plastic(precision), steps: 40)
  }

  @Test(arguments: Precision.allCases) func eventsAndSums(_ precision: Precision) async throws {
    try await CudaOnCPU.compare(SynapseFeatures.events(precision), steps: 40)
  }

  @Test(arguments: Precision.allCases) func randomNumbers(_ precision: Precision) async throws {
    try await CudaOnCPU.compare(SynapseFeatures.draws(precision), steps: 30)
  }

  @Test(arguments: Precision.allCases) func theWholeLanguage(_ precision: Precision) async throws {
    let experiment = Language.everyFeature(precision)
    try await CudaOnCPU.compare(experiment.network, steps: experiment.steps)
  }

  /// Every place where sums are kept, for every way to keep synapses.
  @Test(arguments: Precision.allCases) func sumsAtBothEnds(_ precision: Precision) async throws {
    let run = try await CudaOnCPU.compare(SynapseFeatures.bothWays(precision), steps: 30)
    for state in run.result.state {
      let (group, name) = run.layout.network.place(of: run.layout.network.columns[state.column])
      #expect(Set(state.values).count > 1, "\(name) of '\(group)'")
    }
  }

  @Test(arguments: Precision.allCases) func weightsOfAKernel(_ precision: Precision) async throws {
    try await CudaOnCPU.compare(SynapseFeatures.kernel(precision), steps: 30)
  }

  /// More blocks than one, words of marks and of summaries that several targets share, rows that
  /// share a team, and steps beyond a batch.
  @Test func manyNeurons() async throws {
    let experiment = Gallery.vogelsAbbott(.float, scale: 0.15, steps: 70)
    let run = try await CudaOnCPU.compare(experiment.network, steps: 70, seeds: [5, 6])
    #expect(run.result.spikes.count > 40)
  }

  /// Values after each step, in a whole batch and in the rest, of neurons at both ends, of integers,
  /// and of what a custom update has just written.
  @Test(arguments: Precision.allCases) func tracedVariables(_ precision: Precision) async throws {
    let network = SynapseFeatures.traced(precision)
    let layout = try #require(KernelRunner.layout(network).layout)
    let checked = layout.network
    let traced = try [("V", 0), ("V", 299), ("count", 16), ("scaled", 5)].map { name, neuron in
      TracedVariable(
        column: try #require(checked.traceableColumn(name, of: "neurons")), neuron: neuron)
    }
    let run = try await CudaOnCPU.compare(network, steps: 70, seeds: [1, 2], tracing: traced)
    for trace in run.result.traces { #expect(trace.count == 70 && Set(trace).count > 3) }
    // After seven custom updates, the last of which comes after the last step.
    #expect(run.result.traces[3].suffix(2) == [64, 128])
    let area = try WorkArea.make()
    defer { area.remove() }
    var runner = KernelRunner()
    runner.cuda = try CudaOnCPU(area: area).engine()
    runner.traced = traced
    let found = try await runner.run(layout, steps: 70, by: .cuda, in: area)
    #expect(found.result.traces == run.result.traces)
  }

  @Test(arguments: ["address,undefined"])
  func sanitizersHaveNoComplaint(_ sanitizer: String) async throws {
    // Fibers are no threads that AddressSanitizer knows; what it says about memory holds anyway.
    let options = ["-g0", "-fsanitize=\(sanitizer)", "-fno-sanitize-recover=all"]
    for network in [SynapseFeatures.plastic(.float), SynapseFeatures.bothWays(.double)] {
      try await CudaOnCPU.compare(network, steps: 25, seeds: [9], options: options)
    }
  }
}
