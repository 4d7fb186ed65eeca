import SpikingModels
import Testing

@testable import KernelCompiler

/// Spikes and last values that independent programs give.
///
/// The Izhikevich numbers come from a numpy program of 20 lines that rounds after each operation
/// (`numpy.float32`, `numpy.float64`), written from the published equations and GeNN's order of
/// updates; GeNN 5.4.0 itself, built from source with its single-threaded CPU backend, gives the
/// same ones.
@Suite struct ReferenceTests {
  private func run(_ experiment: Experiment) throws -> SimulationResult {
    let (checked, findings) = NetworkCompiler.compile(experiment.network)
    #expect(findings.isEmpty)
    return try ReferenceEngine.run(try #require(checked), steps: experiment.steps)
  }

  @Test(arguments: [
    (
      Precision.float,
      [
        2, 7, 44, 93, 147, 210, 262, 314, 362, 415, 464, 512, 561, 612, 666, 729, 777, 833, 891,
        941,
        990,
      ]
    ),
    (
      .double,
      [
        2, 7, 44, 93, 147, 210, 260, 322, 374, 421, 469, 518, 567, 626, 682, 736, 784, 831, 878,
        925,
        973,
      ]
    ),
  ])
  func regularSpiking(_ precision: Precision, _ steps: [Int]) throws {
    let result = try run(Gallery.izhikevichRegularSpiking(precision))
    for neuron in 0..<4 {
      #expect(result.spikes.filter { $0.neuron == neuron }.map(\.step) == steps)
    }
    #expect(result.spikes == result.spikes.sorted())
  }

  @Test func lastValuesAreEqualBitForBit() throws {
    let single = try run(Gallery.izhikevichRegularSpiking(.float)).state
    #expect(single.map(\.column) == [0, 1])
    #expect(single[0].values == Array(repeating: .float(Float(bitPattern: 0xC295_79E2)), count: 4))
    #expect(single[1].values == Array(repeating: .float(Float(bitPattern: 0xBF26_F638)), count: 4))
    let double = try run(Gallery.izhikevichRegularSpiking(.double)).state
    #expect(double[0].values[0] == .double(Double(bitPattern: 0xC051_246F_9F65_98F9)))
    #expect(double[1].values[0] == .double(Double(bitPattern: 0xC014_ADE4_94CD_9A7C)))
  }

  @Test(arguments: [(Precision.float, 29, 44), (.double, 29, 46)])
  func burstingAndChattering(_ precision: Precision, _ bursting: Int, _ chattering: Int) throws {
    let burst = try run(Gallery.izhikevichBursting(precision)).spikes.filter { $0.neuron == 3 }
    #expect(burst.count == bursting)
    #expect(burst.prefix(6).map(\.step) == [2, 5, 9, 47, 87, 121])
    let chatter = try run(Gallery.izhikevichChattering(precision)).spikes.filter { $0.neuron == 3 }
    #expect(chatter.count == chattering)
    #expect(chatter.prefix(8).map(\.step) == [2, 4, 6, 9, 13, 68, 72, 120])
  }

  /// For a constant current the interval is known: 2 ms of rest are 8 steps of 0.25 ms, and from
  /// -65 mV V = -65 + 20 I (1 - exp(-t / 20 ms)) reaches -50 mV after 80 ln(20 I / (20 I - 15))
  /// steps, rounded up: 143.3 steps for 0.9 nA, 28.5 for 2.5 nA.
  @Test(arguments: Precision.allCases)
  func frequencyCurve(_ precision: Precision) throws {
    let spikes = try run(Gallery.lifFrequencyCurve(precision)).spikes
    let intervals = [nil, nil, 152, 100, 77, 64, 55, 49, 44, 40, 37]
    for (neuron, interval) in intervals.enumerated() {
      let steps = spikes.filter { $0.neuron == neuron }.map(\.step)
      guard let interval else {
        #expect(steps.isEmpty)
        continue
      }
      // Steps count from 0, so the first spike is one earlier than the interval without the rest.
      #expect(steps == Array(stride(from: interval - 9, to: 2000, by: interval)))
    }
  }

  @Test func autoRefractoryNeuronsSpikeOnlyWhenTheyCross() throws {
    func steps(_ isAutoRefractory: Bool) throws -> [Int] {
      // V rises by 50 a step from -65: -15, 35, 85, 135.
      let network = oneNeuron(
        simulation: Snippet { "V += 50.0;" }, threshold: Snippet { "V >= 0.0" },
        autoRefractory: isAutoRefractory)
      let (checked, _) = NetworkCompiler.compile(network)
      return try ReferenceEngine.run(try #require(checked), steps: 4).spikes.map(\.step)
    }
    #expect(try steps(false) == [1, 2, 3])
    #expect(try steps(true) == [1])
  }

  @Test func currentSourcesAddUpAndKeepTheirVariables() throws {
    let ramp = CurrentSourceModel(
      "Ramp", injection: Snippet { "level += slope; injectCurrent(level); injectCurrent(0.5);" }
    ) {
      Parameter("slope", 0.25)
      Variable("level", 1)
    }
    let network = Network("n", dt: .milliseconds(0.5)) {
      Population(
        "p", count: 2,
        model: NeuronModel("Sum") {
          Variable("x", 0)
          Simulation { "x += Isyn;" }
        }
      ) {
        CurrentSource("ramp", model: ramp)
        DirectCurrent(each: [10, 20])
      }
    }
    let (checked, findings) = NetworkCompiler.compile(network)
    #expect(findings.isEmpty)
    let ready = try #require(checked)
    let state = try ReferenceEngine.run(ready, steps: 2).state
    // Step 0: 1.25 + 0.5, step 1: 1.5 + 0.5, and the constant current in both.
    #expect(
      state.map { ready.place(of: ready.columns[$0.column]).name } == ["x", "ramp.level"])
    #expect(state[0].values == [.float(23.75), .float(43.75)])
    #expect(state[1].values == [.float(1.5), .float(1.5)])
  }
}
