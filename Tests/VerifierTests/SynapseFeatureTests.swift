import Diagnostics
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// What few models use: reference and C++ agree bit for bit, and something happens at all.
@Suite(.serialized) struct SynapseFeatureTests {
  /// Every column but those that some network leaves alone has values that differ among themselves.
  private func expectChange(_ result: SimulationResult, _ layout: NetworkLayout) {
    #expect(!result.spikes.isEmpty)
    for state in result.state {
      let (group, name) = layout.network.place(of: layout.network.columns[state.column])
      #expect(Set(state.values).count > 1, "\(name) of '\(group)'")
    }
  }

  @Test(arguments: Precision.allCases) func tracesAndDelays(_ precision: Precision) async throws {
    let run = try await EngineComparison.run(
      SynapseFeatures.plastic(precision), steps: 40, options: [])
    expectChange(run.result, run.layout)
  }

  @Test(arguments: Precision.allCases) func eventsAndSums(_ precision: Precision) async throws {
    let run = try await EngineComparison.run(
      SynapseFeatures.events(precision), steps: 40, options: [])
    expectChange(run.result, run.layout)
  }

  @Test(arguments: Precision.allCases) func randomNumbers(_ precision: Precision) async throws {
    let run = try await EngineComparison.run(
      SynapseFeatures.draws(precision), steps: 30, options: [])
    expectChange(run.result, run.layout)
  }

  /// A custom update of a kernel runs once for each weight, not for each synapse.
  @Test(arguments: Precision.allCases) func weightsOfAKernel(_ precision: Precision) async throws {
    let run = try await EngineComparison.run(SynapseFeatures.kernel(precision), steps: 30)
    expectChange(run.result, run.layout)
    #expect(run.result.state.filter { $0.values.count == 36 }.count == 2)
  }

  @Test(arguments: Precision.allCases) func codeOfOnesOwn(_ precision: Precision) async throws {
    let run = try await EngineComparison.run(SynapseFeatures.starts(precision), steps: 30)
    expectChange(run.result, run.layout)
    // Both ways have the same weights, one with rows and columns swapped, after step 30.
    func weights(_ name: String) throws -> [Double] {
      let network = run.layout.network
      let column = try #require(
        run.result.state.first { network.place(of: network.columns[$0.column]) == (name, "g") })
      return column.values.map(\.asDouble)
    }
    let (forward, back) = (try weights("forward"), try weights("back"))
    for pre in 0..<30 {
      for post in 0..<70 { #expect(forward[pre * 70 + post] == back[post * 30 + pre]) }
    }
    #expect(
      run.layout.network.projections.map(\.isDrawnAgain) == [false, false, false, true, true])
  }

  /// A slip in an index, an overflow or two threads at one number would end the program.
  @Test(arguments: ["address,undefined", "thread"])
  func sanitizersHaveNoComplaint(_ sanitizer: String) async throws {
    let options = ["-O1", "-g0", "-fsanitize=\(sanitizer)", "-fno-sanitize-recover=all"]
    for network in [
      SynapseFeatures.plastic(.float), SynapseFeatures.events(.double),
      SynapseFeatures.starts(.float), SynapseFeatures.kernel(.double),
      // One barrier a step.
      Gallery.vogelsAbbott(.float, scale: 0.05).network,
    ] {
      _ = try await EngineComparison.run(network, steps: 25, options: options, threads: [3])
    }
  }
}
