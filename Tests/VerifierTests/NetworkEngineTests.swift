import Diagnostics
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// Synapses, delays, events and random numbers: the C++ program does what the reference does, bit for
/// bit, with one thread and with three.
@Suite(.serialized) struct NetworkEngineTests {
  /// The last values of a variable.
  private func values(
    _ name: String, of group: String, _ run: EngineComparison
  ) throws -> [Double] {
    let network = run.layout.network
    let column = try #require(
      run.result.state.first { network.place(of: network.columns[$0.column]) == (group, name) })
    return column.values.map(\.asDouble)
  }

  @Test(arguments: Precision.allCases) func balancedNetwork(_ precision: Precision) async throws {
    let experiment = Gallery.vogelsAbbott(precision, scale: 0.05, steps: 300)
    let run = try await EngineComparison.run(experiment.network, steps: 300, options: [])
    #expect(run.result.spikes.count > 20)
  }

  /// Vectors, random numbers in blocks and dense weights.
  @Test func cortex() async throws {
    let experiment = Gallery.izhikevichCortex(.float, scale: 0.1, steps: 120)
    let run = try await EngineComparison.run(experiment.network, steps: 120, options: [])
    #expect(run.result.spikes.count > 50)
  }

  @Test func microcircuit() async throws {
    let experiment = Gallery.microcircuit(.float, scale: 0.003, steps: 100)
    let run = try await EngineComparison.run(experiment.network, steps: 100)
    #expect(run.result.spikes.count > 5)
  }

  @Test func aSpikeTakesOneStepMoreThanItsDelay() async throws {
    let run = try await EngineComparison.run(Gallery.delayRing().network, steps: 500)
    let ring = run.result.spikes.filter { $0.population == 1 }
    // The source spikes in step 10, and its synapse has no delay.
    #expect(ring.map(\.step) == Array(stride(from: 11, to: 500, by: 21)))
    #expect(ring.map(\.neuron) == (0..<ring.count).map { $0 % 10 })
  }

  @Test func theWindowOfPlasticity() async throws {
    let run = try await EngineComparison.run(Gallery.stdpWindow().network, steps: 500)
    let weights = try values("g", of: "plastic", run)
    // Pairs at −2 and +2 ms: the rule's exponentials with a constant of 20 ms.
    #expect(abs(weights[31] - (0.5 + 0.01 * 0.904837)) < 1e-5)
    #expect(weights[29] < 0.5 && weights[0] < 0.5 && weights[60] > 0.5)
    #expect(weights[29] < weights[0] && weights[31] > weights[60])
  }

  @Test func synapsesCompete() async throws {
    let run = try await EngineComparison.run(Gallery.stdpTenToOne().network, steps: 1200)
    let weights = try values("g", of: "plastic", run)
    let (most, least) = (weights.max() ?? 0, weights.min() ?? 0)
    #expect(most > 1.05 && most - least > 0.01)
  }

  @Test func adamFindsItsTargets() async throws {
    let run = try await EngineComparison.run(Gallery.adam(.double).network, steps: 2000)
    for (found, wanted) in zip(try values("x", of: "units", run), [-0.5, 0.25, 0.75, 1]) {
      #expect(abs(found - wanted) < 0.05)
    }
  }

  @Test func aKernelFindsEdges() async throws {
    let run = try await EngineComparison.run(Gallery.convolution().network, steps: 40)
    var counts = Array(repeating: 0, count: 288)
    for spike in run.result.spikes where spike.population == 1 { counts[spike.neuron] += 1 }
    // The bar's left side answers to the vertical kernel only, its upper end to the horizontal one.
    func count(_ row: Int, _ column: Int, _ channel: Int) -> Int {
      counts[(row * 12 + column) * 2 + channel]
    }
    let sides = count(6, 7, 0) + count(6, 4, 0)
    #expect(sides > 0)
    let sidesByOther = count(6, 7, 1) + count(6, 4, 1)
    #expect(sidesByOther == 0)
    let ends = count(2, 5, 1) + count(9, 5, 1)
    #expect(ends > 0)
  }

  @Test func hodgkinHuxley() async throws {
    let run = try await EngineComparison.run(Gallery.traubMiles(.double).network, steps: 200)
    #expect(!run.result.spikes.contains { $0.neuron == 0 })
    #expect(run.result.spikes.contains { $0.neuron == 9 })
  }
}
