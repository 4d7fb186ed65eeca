import KernelCompiler
import Plots
import SpikingModels
import Testing

@testable import Verifier

/// Values kept after each step, and pictures of them.
@Suite struct TraceTests {
  private func run(
    _ experiment: Experiment, _ engine: KernelEngine, tracing names: [(String, Int)],
    threads: Int = 1
  ) async throws -> (KernelRunner.Run, [TracedVariable], CheckedNetwork) {
    let layout = try #require(KernelRunner.layout(experiment.network).layout)
    let area = try WorkArea.make()
    defer { area.remove() }
    var runner = KernelRunner()
    runner.cxx.threads = threads
    runner.cxx.extraOptions = ["-O1"]
    for (name, neuron) in names {
      let column = try #require(layout.network.traceableColumn(name, of: "neurons"))
      runner.traced.append(TracedVariable(column: column, neuron: neuron))
    }
    let run = try await runner.run(layout, steps: experiment.steps, by: engine, in: area)
    return (run, runner.traced, layout.network)
  }

  @Test func enginesTraceTheSame() async throws {
    var experiment = Gallery.izhikevichRegularSpiking(.float, count: 300)
    experiment.steps = 60
    let names = [("V", 0), ("U", 299), ("V", 150)]
    let (expected, _, _) = try await run(experiment, .reference, tracing: names)
    #expect(expected.result.traces.map(\.count) == [60, 60, 60])
    for threads in [1, 3] {
      let (found, _, _) = try await run(experiment, .cxx, tracing: names, threads: threads)
      #expect(found.result.traces == expected.result.traces)
    }
    // The last of a trace is the variable's last value.
    let last = expected.result.state[0].values[150].asDouble
    #expect(expected.result.traces[2].last == last)
  }

  @Test func panelsShowTheRun() async throws {
    let experiment = Gallery.izhikevichRegularSpiking()
    let (run, traced, network) = try await run(experiment, .cxx, tracing: [("V", 1)])
    let plot = NetworkPlot(network, run.result, steps: experiment.steps, traced: traced)
    let figure = plot.figure([.raster, .trace, .rates])
    #expect(figure.panels.map(\.title) == ["Spikes", "V of 'neurons'", "Rates"])
    guard case .strokes(let points, let height) = figure.panels[0].series[0].marks else {
      Issue.record("no strokes")
      return
    }
    #expect(points.count == 84 && height == 1)
    guard case .steps(let shares, _, let width) = figure.panels[2].series[0].marks else {
      Issue.record("no steps")
      return
    }
    // All four neurons have 21 spikes a second.
    #expect(width == 1 && shares.count == 22 && shares[21] == 100)
    #expect(figure.svg.contains(">neuron 1</text>"))
    #expect(plot.figure([.rates]).panels.count == 1)
  }

  /// A large network shows some of its neurons, and says which.
  @Test func largeNetworksAreThinned() throws {
    let experiment = Gallery.izhikevichRegularSpiking(.float, count: 2500)
    let layout = try #require(KernelRunner.layout(experiment.network).layout)
    let spikes = (0..<2500).map { Spike(step: $0 % 1000, population: 0, neuron: $0) }
    let result = SimulationResult(spikes: spikes, state: [])
    let panel = NetworkPlot(layout.network, result, steps: 1000).figure([.raster]).panels[0]
    #expect(panel.title == "Spikes, every 5th neuron" && panel.yRange.upperBound == 2500)
    guard case .strokes(let points, 5) = panel.series[0].marks else {
      Issue.record("no strokes of five neurons")
      return
    }
    #expect(points.count == 500)
  }
}
