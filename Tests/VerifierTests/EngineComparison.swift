import Diagnostics
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// What the reference did with a network, after the C++ program was found to do the same.
struct EngineComparison {
  var result: SimulationResult
  var layout: NetworkLayout

  /// Compiles the program once, runs it with each number of threads, and expects every spike and
  /// last value to be equal.
  static func run(
    _ network: Network, steps: Int, options: [String] = ["-O1"], threads: [Int] = [1, 3]
  ) async throws -> EngineComparison {
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
    return EngineComparison(result: expected, layout: layout)
  }
}
