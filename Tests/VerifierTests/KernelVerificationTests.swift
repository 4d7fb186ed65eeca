import Diagnostics
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// The gallery as generated C++, by every compiler that the machine has.
@Suite(.serialized) struct KernelVerificationTests {
  /// At least one of them must be there, or nothing was verified.
  static let compilers = ["g++", "clang++", "c++"]

  @Test(arguments: Precision.allCases)
  func theGalleryAgreesBitForBit(_ precision: Precision) async throws {
    var ran = 0
    for name in Self.compilers.prefix(2) {
      let engine = CxxEngine(CxxCompiler(name))
      let report = await KernelVerification(engines: [engine]).verify(Gallery.all(precision))
      if report.findings.map(\.id).contains("compiler-missing") { continue }
      ran += 1
      #expect(report.isRight, "\(report.text)\(report.findings.map(\.message))")
      #expect(report.verdicts.map(\.spikes) == Self.spikes(precision))
      #expect(report.verdicts.allSatisfy { $0.seconds.compile > 0 && $0.seconds.run > 0 })
    }
    try #require(ran > 0, "install g++ or clang++")
  }

  /// Four neurons each with 21, 29 and 44 (46 in double precision) spikes; and the frequency
  /// curve's 0, 0, 13, 20, 26, 31, 36, 40, 45, 50 and 54: numbers of independent numpy programs.
  private static func spikes(_ precision: Precision) -> [Int] {
    [84, 116, precision == .float ? 176 : 184, 315]
  }

  @Test func sanitizersFindNothing() async {
    var engine = CxxEngine(CxxCompiler("g++"))
    engine.extraOptions = [
      "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all",
    ]
    let experiments = [
      Gallery.izhikevichChattering(.float, count: 2), Gallery.lifFrequencyCurve(.double),
      Language.everyFeature(.float),
    ]
    let report = await KernelVerification(engines: [engine]).verify(experiments)
    #expect(report.isRight, "\(report.text)\(report.findings)")
  }
}
