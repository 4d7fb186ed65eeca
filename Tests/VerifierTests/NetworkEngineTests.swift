import Diagnostics
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// Synapses, delays, events and random numbers: the C++ program does what the reference does, bit for
/// bit, with one thread and with three.
@Suite(.serialized) struct NetworkEngineTests {
  private func compare(_ network: Network, steps: Int) async throws -> SimulationResult {
    let (checked, findings) = NetworkCompiler.compile(network)
    let layout = NetworkLayout(try #require(checked, "\(findings.map(\.message))"))
    let expected = try ReferenceEngine.run(layout, steps: steps)
    let area = try WorkArea.make()
    defer { area.remove() }
    for threads in [1, 3] {
      var engine = CxxEngine()
      engine.threads = threads
      var durations = CxxEngine.Durations()
      let found = try await engine.run(layout, steps: steps, in: area, durations: &durations)
      let difference = FirstDifference(expected, found, in: layout.network)
      #expect(difference == nil, "\(difference?.inWords ?? "") with \(threads) threads")
    }
    return expected
  }

  @Test(arguments: Precision.allCases) func balancedNetwork(_ precision: Precision) async throws {
    let experiment = Gallery.vogelsAbbott(precision, scale: 0.05, steps: 300)
    let result = try await compare(experiment.network, steps: 300)
    #expect(result.spikes.count > 20)
  }
}
