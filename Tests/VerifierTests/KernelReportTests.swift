import Diagnostics
import Foundation
import SpikingModels
import Testing

@testable import Verifier

@Suite struct KernelReportTests {
  private var verdict: KernelVerdict {
    KernelVerdict(
      network: "one", precision: "float", compiler: "c++", neurons: 2, steps: 100, spikes: 1,
      outcome: .agrees, firstDifference: nil,
      seconds: .init(reference: 0.5, generate: 0.001, compile: 0.416, run: 0.004))
  }

  @Test func theTableIsAligned() {
    var report = KernelReport()
    report.verdicts = [verdict, verdict]
    report.verdicts[1].network = "longer"
    report.verdicts[1].spikes = 84
    #expect(
      report.text == """
        one     float  c++  1 spike    agrees  (compile 0.42 s, run 0.00 s)
        longer  float  c++  84 spikes  agrees  (compile 0.42 s, run 0.00 s)
        kernels: 2 of 2 agree with the reference, bit for bit

        """)
    #expect(report.isRight)
  }

  @Test func nothingVerifiedIsNotRight() {
    #expect(!KernelReport().isRight)
  }

  @Test func dataSaysTheSame() throws {
    var report = KernelReport()
    report.verdicts = [verdict]
    report.findings = [Diagnostic(.error, at: nil, "it broke", remedy: "mend it")]
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(report))
    let members = try #require(object as? [String: Any])
    #expect(members["isRight"] as? Bool == false)
    let verdicts = try #require(members["verdicts"] as? [[String: Any]])
    #expect(verdicts[0]["outcome"] as? String == "agrees")
    #expect((verdicts[0]["seconds"] as? [String: Double])?["compile"] == 0.416)
    let findings = try #require(members["findings"] as? [[String: Any]])
    #expect(findings[0]["message"] as? String == "it broke")
  }

  @Test func wrongNetworksAreReportedAndTheOthersRun() async {
    let wrong = Experiment(
      Network("wrong", dt: .milliseconds(1)) { Population("p", count: 0, model: .lif()) },
      steps: 10, shows: "", source: "")
    var short = Gallery.izhikevichRegularSpiking()
    short.steps = 0
    let report = await KernelVerification().verify([
      wrong, short, Gallery.izhikevichRegularSpiking(.float, count: 1),
    ])
    #expect(report.verdicts.map(\.outcome) == [.failed, .failed, .agrees])
    #expect(report.findings.map(\.id) == ["bad-neuron-count", "not-enough-steps"])
    #expect(!report.isRight && report.keptFiles == nil)
  }

  @Test func filesAreKeptIfAsked() async throws {
    var verification = KernelVerification()
    verification.keepsFiles = true
    let report = await verification.verify([Gallery.izhikevichRegularSpiking(.float, count: 1)])
    let folder = try #require(report.keptFiles)
    defer { WorkArea(path: folder).remove() }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(
      names == ["izhikevich_regular_spiking_float", "izhikevich_regular_spiking_float.cpp"])
    WorkArea(path: folder).remove()
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
