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

/// GeNN itself does what the C++ program does, spike for spike and bit for bit, where neither draws
/// while it runs.
@Suite(.serialized) struct GeNNEngineTests {
  static let python = getenv("GENNFORGE_PYGENN_PYTHON").map { String(cString: $0) }

  static let networks: [(Network, Int)] =
    [
      GalleryModel.delayRing, .stdpWindow, .stdpTenToOne, .adam, .convolution, .vogelsAbbott,
      .traubMiles,
    ].map { ($0.experiment(.float, scale: $0.smallScale).network, $0.fewSteps) }
    + [
      (Gallery.stdpTenToOne(.double).network, 2500),
      (SynapseFeatures.plastic(.float, asGeNNHasIt: true), 200),
      (SynapseFeatures.plastic(.double, asGeNNHasIt: true), 200),
      (SynapseFeatures.events(.float, isNoisy: false), 200),
      (SynapseFeatures.starts(.float, asGeNNHasIt: true), 200),
      (SynapseFeatures.kernel(.float), 100),
    ]

  @Test(
    .enabled(if: python != nil, "set GENNFORGE_PYGENN_PYTHON to a Python that has pygenn"),
    arguments: networks.indices)
  func geNNAgrees(_ index: Int) async throws {
    let (network, steps) = Self.networks[index]
    try await compare(network, steps, inDouble: true)
  }

  /// Told to, GeNN computes functions in single precision, as ours do.
  @Test(.enabled(if: python != nil, "set GENNFORGE_PYGENN_PYTHON to a Python that has pygenn"))
  func geNNAgreesInFloat() async throws {
    try await compare(Gallery.traubMiles().network, 300, inDouble: false)
  }

  private func compare(_ network: Network, _ steps: Int, inDouble: Bool) async throws {
    var runner = KernelRunner()
    let genn = GeNNEngine(python: try #require(Self.python))
    runner.genn = genn
    let (layout, problems) = KernelRunner.layout(
      network, computesInDouble: inDouble && genn.computesInDouble)
    var findings = problems
    let comparisons = await runner.compare(
      try #require(layout), steps: steps, criterion: .exact, by: [.cxx, .genn],
      findings: &findings)
    #expect(
      comparisons.map(\.outcome) == [.first, .equal],
      "\(network.name): \(comparisons.compactMap(\.remark)) \(findings.map { [$0.message] + $0.notes.map(\.message) })"
    )
  }

  @Test func aPythonThatIsNotThere() async throws {
    var runner = KernelRunner()
    let layout = try #require(KernelRunner.layout(Gallery.delayRing().network).layout)
    for (python, id) in [(nil, "no-python"), ("/no/such/python", "python-missing")] {
      runner.genn = python.map { GeNNEngine(python: $0) }
      var findings: [Diagnostic] = []
      let comparisons = await runner.compare(
        layout, steps: 1, criterion: .exact, by: [.genn], findings: &findings)
      #expect(comparisons.map(\.outcome) == [.failed])
      #expect(findings.map(\.id) == [id])
      #expect(findings.allSatisfy { $0.remedy?.isEmpty == false })
    }
  }
}
