import SpikingModels
import Testing

@testable import KernelCompiler

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Random numbers: the generator's published answers, and moments of distributions within five
/// standard errors, which a right generator leaves in 6 of 10 million cases.
@Suite struct RandomTests {
  /// From the authors' own test vectors (Random123, kat_vectors).
  @Test func philoxGivesThePublishedWords() {
    #expect(
      Philox.words(counter: .zero, key: .zero)
        == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
    #expect(
      Philox.words(
        counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
        key: [0xa409_3822, 0x299f_31d0])
        == [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1])
  }

  @Test func elementaryFunctionsAreWithinTwoUnits() {
    for step in 1...2000 {
      let x = Double(step) / 1000
      #expect(abs(Elementary.log(x) - log(x)) <= 2 * log(x).ulp)
      let y = Double(step - 1000) / 3
      #expect(abs(Elementary.exp(y) - exp(y)) <= 2 * exp(y).ulp)
      // Rounding the angle alone may cost as much.
      let cosine = cos(2 * Double.pi * x / 2)
      #expect(abs(Elementary.cosineOfTurns(x / 2) - cosine) < 1.5e-15)
    }
    #expect(Elementary.log(1) == 0 && Elementary.exp(0) == 1 && Elementary.exp(-1000) == 0)
  }

  /// Mean and variance of 20,000 draws.
  private func expect(
    mean: Double, variance: Double, _ precision: NumericType = .double,
    _ draw: (inout RandomStream) -> Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let count = 20_000
    var numbers: [Double] = []
    for element in 0..<count / 10 {
      var stream = RandomStream(
        seed: 5, group: 3, element: element, time: 7, purpose: .simulation)
      for _ in 0..<10 { numbers.append(draw(&stream)) }
    }
    let found = numbers.reduce(0, +) / Double(count)
    #expect(
      abs(found - mean) < 5 * (variance / Double(count)).squareRoot(),
      sourceLocation: sourceLocation)
    let squares = numbers.map { ($0 - mean) * ($0 - mean) }
    let second = squares.reduce(0, +) / Double(count)
    let spread = squares.map { ($0 - second) * ($0 - second) }.reduce(0, +) / Double(count)
    #expect(
      abs(second - variance) < 5 * (spread / Double(count)).squareRoot(),
      sourceLocation: sourceLocation)
  }

  @Test(arguments: [NumericType.float, .double])
  func momentsAreThoseOfTheDistributions(_ precision: NumericType) {
    expect(mean: 0.5, variance: 1.0 / 12) { $0.uniform(precision) }
    expect(mean: 0, variance: 1) { $0.normal(precision) }
    expect(mean: 1, variance: 1) { $0.exponential(precision) }
    expect(mean: 2.5, variance: 2.5) { $0.gamma(shape: 2.5, precision) }
    expect(mean: 0.5, variance: 0.5) { $0.gamma(shape: 0.5, precision) }
    expect(mean: 3, variance: 2.1) {
      Double($0.binomial(trials: 10, probability: 0.3, precision))
    }
    expect(mean: 80, variance: 16) {
      Double($0.binomial(trials: 100, probability: 0.8, precision))
    }
  }

  @Test func connectivityHasItsCounts() {
    func rows(_ connectivity: Connectivity) -> SynapseRows {
      SynapseRows(connectivity, sources: 200, targets: 100, seed: 9, group: 2)
    }
    let random = rows(.fixedProbability(0.1))
    // 20,000 pairs: a mean of 2,000 with a standard deviation of 42.4.
    #expect(abs(random.count - 2000) < 213)
    let without = rows(.fixedProbability(1, allowsSelf: false))
    #expect(without.count == 200 * 100 - 100)
    #expect(rows(.fixedProbability(0)).count == 0)
    let total = rows(.fixedNumberTotal(3000))
    #expect(total.count == 3000 && total.rowCount == 200)
    let post = rows(.fixedNumberPost(7))
    #expect((0..<200).allSatisfy { post.row($0).count == 7 })
    let pre = rows(.fixedNumberPre(5))
    let starts = pre.columns(count: 100).starts
    #expect((0..<100).allSatisfy { starts[$0 + 1] - starts[$0] == 5 })
    for one in [random, without, total, post, pre] {
      #expect(
        (0..<200).allSatisfy {
          one.targets[one.row($0)].elementsEqual(one.targets[one.row($0)].sorted())
        })
    }
    #expect(rows(.fixedProbability(0.1)) == random)
  }

  @Test func listedSynapsesAreSortedWithTheirValues() throws {
    let network = Network("n", dt: .milliseconds(1)) {
      Population("a", count: 3, model: .lif())
      Projection(
        "p", from: "a", to: "a",
        connectivity: .explicit([.init(2, 0), .init(0, 2), .init(0, 1), .init(2, 0)]),
        weights: .staticPulse([1, 2, 3, 4]), postsynaptic: .deltaCurr())
    }
    let layout = NetworkLayout(try #require(NetworkCompiler.compile(network).network))
    #expect(layout.rows[0]?.targets == [1, 2, 0, 0])
    let column = try #require(layout.network.columns.first { $0.name == "g" })
    #expect(layout.startValues(column) == [.float(3), .float(2), .float(1), .float(4)])
  }
}
