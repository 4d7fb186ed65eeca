import Diagnostics
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// What few models use: reference and C++ agree bit for bit, and something happens at all.
@Suite(.serialized) struct SynapseFeatureTests {
  private func compare(
    _ network: Network, steps: Int, options: [String] = [], threads: [Int] = [1, 3]
  ) async throws -> (SimulationResult, NetworkLayout) {
    let (checked, findings) = NetworkCompiler.compile(network)
    let layout = NetworkLayout(try #require(checked, "\(findings.map(\.message))"))
    let expected = try ReferenceEngine.run(layout, steps: steps)
    let area = try WorkArea.make()
    defer { area.remove() }
    var engine = CxxEngine()
    engine.extraOptions = options
    var durations = CxxEngine.Durations()
    try await engine.build(layout, steps: steps, in: area, durations: &durations)
    for count in threads {
      engine.threads = count
      let found = try await engine.execute(layout, in: area, durations: &durations)
      let difference = FirstDifference(expected, found, in: layout.network)
      #expect(difference == nil, "\(difference?.inWords ?? "") with \(count) threads")
    }
    return (expected, layout)
  }

  /// Every column but those that some network leaves alone has values that differ among themselves.
  private func expectChange(_ result: SimulationResult, _ layout: NetworkLayout) {
    #expect(!result.spikes.isEmpty)
    for state in result.state {
      let (group, name) = layout.network.place(of: layout.network.columns[state.column])
      #expect(Set(state.values).count > 1, "\(name) of '\(group)'")
    }
  }

  @Test(arguments: Precision.allCases) func tracesAndDelays(_ precision: Precision) async throws {
    let (result, layout) = try await compare(SynapseFeatures.plastic(precision), steps: 40)
    expectChange(result, layout)
  }

  @Test(arguments: Precision.allCases) func eventsAndSums(_ precision: Precision) async throws {
    let (result, layout) = try await compare(SynapseFeatures.events(precision), steps: 40)
    expectChange(result, layout)
  }

  @Test(arguments: Precision.allCases) func randomNumbers(_ precision: Precision) async throws {
    let (result, layout) = try await compare(SynapseFeatures.draws(precision), steps: 30)
    expectChange(result, layout)
  }

  /// A slip in an index, an overflow or two threads at one number would end the program.
  @Test(arguments: ["address,undefined", "thread"])
  func sanitizersHaveNoComplaint(_ sanitizer: String) async throws {
    let options = ["-O1", "-g0", "-fsanitize=\(sanitizer)", "-fno-sanitize-recover=all"]
    for network in [SynapseFeatures.plastic(.float), SynapseFeatures.events(.double)] {
      _ = try await compare(network, steps: 25, options: options, threads: [3])
    }
  }
}
