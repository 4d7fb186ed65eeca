import Diagnostics
import Foundation
import Testing

@testable import Verifier

/// A package built like GeNN, through all stages: a C++ library that a makefile builds, an extension of
/// pybind11, models that are compiled where they run.
@Suite(.enabled(if: FaultBench.isPossible, "\(FaultBench.hint)"), .serialized)
struct TinySimulatorTests {
  private func bench(_ change: (String) -> String = { $0 }) async throws -> FaultBench {
    let fixture = try #require(
      Bundle.module.url(forResource: "Fixtures/tinysim", withExtension: nil))
    let recipe = try String(
      contentsOf: fixture.appending(path: "recipe/recipe.yaml"), encoding: .utf8)
    var files: [String: String] = [:]
    for name in ["build.sh", "test_simulation.py"] {
      files[name] = try String(
        contentsOf: fixture.appending(path: "recipe/\(name)"), encoding: .utf8)
    }
    let bench = try await FaultBench(recipe: change(recipe), files: files)
    bench.settings.source = fixture.appending(path: "source").path(percentEncoded: false)
    bench.settings.limits.disk = 2 << 30
    return bench
  }

  private func statuses(_ report: VerificationReport) -> [String] {
    report.outputs.flatMap(\.stages).map {
      "\($0.stage.rawValue) \($0.status.rawValue)\($0.isCached ? ", kept" : "")"
    }
  }

  @Test func allStagesAndAgain() async throws {
    let bench = try await bench()
    // The build is used again below.
    bench.settings.keepsFiles = true
    let first = try await bench.run()
    let errors = first.allFindings.filter { $0.severity == .error }.map(\.message)
    #expect(first.isRight && errors == [])
    let checks = first.outputs.flatMap { $0.stages.flatMap(\.checks) }
    #expect(
      checks.map(\.name) == [
        "activation is undone", "import tinysim", "pip check", "package contents",
        "python test_simulation.py",
      ])
    #expect(checks.last?.output.last?.hasPrefix("ok: ") == true)

    let second = try await bench.run()
    #expect(second.isRight)

    // A changed test is all that runs again.
    let test = bench.folder.appending(path: "test_simulation.py")
    try Data(try Data(contentsOf: test) + Data("print('ok: changed')\n".utf8)).write(to: test)
    let third = try await bench.run()
    #expect(statuses(third).filter { !$0.hasSuffix("kept") } == ["tests passed"])
    #expect(
      third.outputs.flatMap { $0.stages.flatMap(\.checks) }.last?.output.last == "ok: changed")
    // The reports have all of it.
    #expect(
      third.junit.contains("<testcase")
        && third.html(of: "gennforge verify tinysim").contains("test_simulation.py"))
    #expect(third.text.contains("verified: 9 stages"))
    // With nothing changed, nothing runs.
    #expect(statuses(try await bench.run()).filter { !$0.hasSuffix("passed, kept") } == [])

    // Faults of the same package.
    try await missing(
      "      - psutil", "'psutil' is missing: 'psutil' is not among the run", .tests)
    try await missing("      - setuptools >=61", "'setuptools' is missing", .build)
    try await missing("      - pybind11", "'pybind11' is missing", .build)
    try await missing(
      "      - libffi", "'libffi' is missing: 'libffi' is not among the host", .build)
    try await missing("      - cxx-compiler", "'g++' is missing: 'cxx-compiler'", .tests, bench)
  }

  /// What a build may do to the package, and what a user would see of it.
  @Test(arguments: [
    (
      ["${RECIPE_DIR}/build.sh", "rm ${SP_DIR}/tinysim/libtinysim.so"], Stage.inspect,
      "needs 'libtinysim.so', which nothing in the environment has"
    ),
    (
      ["sed -i 's/> 1.0/> 1.1/' src/tinysim.cc", "${RECIPE_DIR}/build.sh"], .tests,
      "a network computes something else than the reference: AssertionError: "
    ),
  ])
  func spoiltPackage(script: [String], stage: Stage, message: String) async throws {
    let lines = script.map { line in
      line.hasSuffix("build.sh") ? "    - bash \"\(line)\"" : "    - \(line)"
    }
    let bench = try await bench { recipe in
      recipe.replacing(
        "build:\n  number: 0\n",
        with: "build:\n  number: 0\n  script:\n" + lines.joined(separator: "\n") + "\n")
    }
    let failure = try await bench.failure()
    #expect(failure.stage == stage, "\(failure.errors)")
    #expect(failure.errors.contains { $0.contains(message) }, "\(failure.errors)")
  }

  /// Leaves a line out of the recipe, whose indentation there is four.
  private func missing(
    _ line: String, _ message: String, _ stage: Stage, _ built: FaultBench? = nil
  ) async throws {
    func without(_ recipe: String) -> String {
      recipe.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { $0 != line.dropFirst(2) }.joined(separator: "\n")
    }
    let bench = try await bench(without)
    if let built {
      let recipe = try String(
        contentsOf: bench.folder.appending(path: "recipe.yaml"), encoding: .utf8)
      try built.write(recipe, to: "recipe.yaml")
    }
    let failure = try await (built ?? bench).failure()
    #expect(failure.stage == stage, "\(line): \(failure.errors)")
    #expect(failure.errors.contains { $0.contains(message) }, "\(line): \(failure.errors)")
    let isKept = failure.report.outputs.first?.stages.first { $0.stage == .build }?.isCached
    if built != nil { #expect(isKept == true) }
  }
}
