import Diagnostics
import Foundation
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// The whole language in one model, run by the reference and by C++; and, as a PyGeNN program on
/// disk, by GeNN 5.4.0 (built from source, single-threaded CPU), which passed in both precisions.
@Suite struct LanguageTests {
  @Test(arguments: Precision.allCases, ["g++", "clang++"])
  func everyFeatureAgrees(_ precision: Precision, _ compiler: String) async {
    let engine = CxxEngine(CxxCompiler(compiler))
    let report = await KernelVerification(engines: [engine]).verify([
      Language.everyFeature(precision)
    ])
    if report.findings.map(\.id).contains("compiler-missing") { return }
    #expect(report.isRight, "\(report.text)\(report.findings.map(\.message))")
    #expect(report.verdicts[0].spikes > 0)
  }

  @Test func thePyGeNNProgramIsTheFileOnDisk() throws {
    let cases = try Precision.allCases.map { precision in
      let experiment = Language.everyFeature(precision)
      let network = try #require(NetworkCompiler.compile(experiment.network).network)
      return PyGeNNTest.Case(
        network, steps: experiment.steps,
        expected: try ReferenceEngine.run(network, steps: experiment.steps))
    }
    let program = try PyGeNNTest(cases, file: "language_test.py").source
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens/language_test.py")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try program.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded; run again without RECORD_SNAPSHOTS")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == program)
  }
}
