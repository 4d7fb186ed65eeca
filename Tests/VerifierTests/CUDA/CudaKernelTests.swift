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

  /// More blocks than one, words of marks and of summaries that several targets share, rows that
  /// share a team, and steps beyond a batch.
  @Test func manyNeurons() async throws {
    let experiment = Gallery.vogelsAbbott(.float, scale: 0.15, steps: 70)
    let run = try await CudaOnCPU.compare(experiment.network, steps: 70, seeds: [5, 6])
    #expect(run.result.spikes.count > 40)
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
