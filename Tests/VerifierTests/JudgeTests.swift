import Diagnostics
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Brian2 and NEST, which share no line with GeNN or with us, do what our engines do; how they
/// integrate is said in `Tests/Judges/README.md`.
@Suite(.serialized) struct JudgeTests {
  private static let python = getenv("GENNFORGE_JUDGES").map { String(cString: $0) }
  private static let isThere: ConditionTrait = .enabled(
    if: python.map { access($0, X_OK) == 0 } ?? false,
    "set GENNFORGE_JUDGES to a Python that has requirements-judges.txt; `make test` does so")
  private static let folder =
    #filePath.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" } + "/Judges"

  #if os(Linux) && arch(x86_64)
    private static let hasNEST = true
  #else
    private static let hasNEST = false
  #endif
  private static let isNESTThere: ConditionTrait = .enabled(
    if: hasNEST, "NEST is on PyPI for Linux on x86_64 only")

  /// What a judge printed: its spikes, and the last values of each population's variables.
  private struct Verdict {
    var spikes: [Spike] = []
    var state: [Int: [String: [Double]]] = [:]
  }

  private func judge(_ script: String, _ arguments: [String]) async throws -> Verdict {
    let python = try #require(Self.python)
    let area = try WorkArea.make()
    defer { area.remove() }
    let run = await Command(
      python, ["\(Self.folder)/\(script)"] + arguments, in: area.path, timeLimit: .seconds(300),
      outputLimit: 64 << 20
    ).run()
    try #require(
      run.end == .exited(0), "\(String(decoding: run.errors.suffix(2000), as: UTF8.self))")
    var verdict = Verdict()
    for line in String(decoding: run.output, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "spike" {
        let numbers = words.dropFirst().compactMap { Int($0) }
        verdict.spikes.append(
          Spike(step: numbers[0], population: numbers[1], neuron: numbers[2]))
      } else if words.first == "state" {
        let population = try #require(Int(words[1]))
        verdict.state[population, default: [:]][String(words[2]), default: []].append(
          try #require(Double(words[4])))
      }
    }
    verdict.spikes.sort()
    return verdict
  }

  private func run(
    _ experiment: Experiment, in area: WorkArea
  ) async throws -> (result: SimulationResult, network: CheckedNetwork) {
    let layout = try #require(KernelRunner.layout(experiment.network).layout)
    let run = try await KernelRunner().run(
      layout, steps: experiment.steps, by: .cxx, in: area)
    #expect(!run.result.spikes.isEmpty)
    return (run.result, layout.network)
  }

  /// Regular spiking, bursting and chattering neurons, and their parameters c and d.
  private static let cells = [
    (Gallery.izhikevichRegularSpiking(.double), "-65,8"),
    (Gallery.izhikevichBursting(.double), "-55,4"),
    (Gallery.izhikevichChattering(.double), "-50,2"),
  ]

  private func judgeIzhikevich(_ script: String) async throws -> Verdict {
    try await judge(script, ["izhikevich", "1000"] + Self.cells.map(\.1))
  }

  private func spikes(_ verdict: Verdict, of cell: Int) -> [Spike] {
    verdict.spikes.filter { $0.population == cell }
      .map { Spike(step: $0.step, population: 0, neuron: $0.neuron) }
  }

  @Test(isThere, isNESTThere) func nestsIzhikevich() async throws {
    let verdict = try await judgeIzhikevich("nest_judge.py")
    for (cell, (experiment, parameters)) in Self.cells.enumerated() {
      let area = try WorkArea.make()
      defer { area.remove() }
      let (result, _) = try await run(experiment, in: area)
      #expect(spikes(verdict, of: cell) == result.spikes, "\(parameters)")
    }
  }

  @Test(isThere) func briansIzhikevich() async throws {
    let verdict = try await judgeIzhikevich("brian_judge.py")
    for (cell, (experiment, parameters)) in Self.cells.enumerated() {
      let area = try WorkArea.make()
      defer { area.remove() }
      let (result, network) = try await run(experiment, in: area)
      #expect(spikes(verdict, of: cell) == result.spikes, "\(parameters)")
      for column in result.state {
        let name = network.columns[column.column].name
        #expect(
          verdict.state[cell]?[name] == column.values.map(\.asDouble), "\(name), \(parameters)")
      }
    }
  }

  @Test(isThere) func briansFrequencyCurve() async throws {
    let area = try WorkArea.make()
    defer { area.remove() }
    let experiment = Gallery.lifFrequencyCurve(.double)
    let (result, _) = try await run(experiment, in: area)
    let verdict = try await judge("brian_judge.py", ["lif", "\(experiment.steps)"])
    #expect(verdict.spikes == result.spikes)
  }

  /// Brian gets our connectivity and initial values.
  @Test(isThere) func briansBalancedNetwork() async throws {
    let area = try WorkArea.make()
    defer { area.remove() }
    let experiment = Gallery.vogelsAbbott(.double, scale: 0.25, steps: 6000)
    let (result, network) = try await run(experiment, in: area)
    let verdict = try await judge(
      "brian_judge.py",
      ["coba", "\(experiment.steps)", area.file("vogels_abbott_double.data"), "800", "200"])
    let difference = RateDifference(
      result, SimulationResult(spikes: verdict.spikes, state: []), in: network,
      steps: experiment.steps)
    #expect(difference.isWithinBounds, "\(difference.inWords)")
    #expect(difference.rates.1 > 5)
  }
}
