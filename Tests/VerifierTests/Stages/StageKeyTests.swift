import SpikingModels
import Testing

@testable import Verifier

/// What decides whether a stage runs again is the same in each process, though dictionaries' order isn't.
struct StageKeyTests {
  /// The same content in another order.
  private func reordered<Value>(_ dictionary: [String: Value]) throws -> [String: Value] {
    for capacity in 1..<200 {
      var other: [String: Value] = [:]
      other.reserveCapacity(capacity)
      for (key, value) in dictionary.sorted(by: { $0.key > $1.key }) { other[key] = value }
      if "\(other)" != "\(dictionary)" { return other }
    }
    throw Unordered()
  }

  private struct Unordered: Error {}

  @Test(.enabled(if: FaultBench.isPossible, "\(FaultBench.hint)"))
  func galleryWithDictionaries() async throws {
    let bench = try await FaultBench(
      recipe: """
        schema_version: 1
        package:
          name: networks
          version: "1.0"
        tests:
          - script: python test_kernels.py
            files:
              recipe: [test_kernels.py]
        """, files: ["test_kernels.py": ""])
    let plan = try bench.plan()
    let output = try #require(plan.outputs.first)
    let workshop = try await HostWorkshop.make(bench.settings)
    func inputs(_ experiment: Experiment) -> String {
      var settings = bench.settings
      settings.gallery = [experiment]
      return OutputRun(
        plan: plan, output: output, settings: settings, workshop: workshop, built: []
      ).testInputs(kernels: true)
    }
    let adam = Gallery.adam()
    var same = adam
    same.network.customUpdates[0].references = try reordered(
      adam.network.customUpdates[0].references)
    #expect(inputs(same) == inputs(adam))
    var longer = adam
    longer.steps += 1
    #expect(inputs(longer) != inputs(adam))
  }

  @Test func scriptsWithVariables() throws {
    func test(_ environment: [String: String]) -> PlannedTest {
      .script(
        PlannedTest.ScriptTest(
          script: .commands(["true"], interpreter: nil, environment: environment), requirements: [],
          recipeFiles: [], sourceFiles: []))
    }
    let variables = ["A": "1", "B": "2", "C": "3"]
    #expect(test(variables).fingerprint == test(try reordered(variables)).fingerprint)
    #expect(test(variables).fingerprint != test(["A": "1"]).fingerprint)
  }
}
