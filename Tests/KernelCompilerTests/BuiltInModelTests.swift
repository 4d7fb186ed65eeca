import Diagnostics
import SpikingModels
import Testing

@testable import KernelCompiler

/// The built-in neuron models against GeNN's own.
///
/// The numbers were written by GeNN 5.4.0, built from source with its single-threaded CPU backend,
/// running the models of its own library for 400 steps of 0.5 ms with the same parameters.
@Suite struct BuiltInModelTests {
  private func run(
    _ precision: Precision, inDouble: Bool = true, steps: Int = 400
  ) throws -> (
    CheckedNetwork, SimulationResult
  ) {
    let network = Network("models", dt: .milliseconds(0.5), precision: precision) {
      Population("tm", count: 3, model: .traubMiles()) { DirectCurrent(each: [0, 0.3, 1]) }
      Population("rk", count: 3, model: .rulkovMap()) { DirectCurrent(each: [0, 200, 1000]) }
      Population(
        "iz", count: 2,
        model: .izhikevichVariable(a: [0.02, 0.1], b: 0.2, c: [-65, -50], d: [8, 2])
      ) { DirectCurrent(10) }
      Population("ss", count: 3, model: .spikeSourceArray([[1, 4.6], [], [0.1, 0, 99.5]]))
    }
    let (checked, findings) = NetworkCompiler.compile(network, computesInDouble: inDouble)
    let ready = try #require(checked, "\(findings.map(\.message))")
    #expect(findings.isEmpty, "\(findings.map(\.message))")
    return (ready, try ReferenceEngine.run(ready, steps: steps))
  }

  /// By population and neuron: how many spikes there are, the sum of their steps, and the first ones.
  private static let spikes: [String: [(count: Int, sum: Int, first: [Int])]] = [
    "tm": [
      (0, 0, []), (18, 3726, [18, 42, 65, 89, 113, 137]), (35, 6930, [7, 18, 30, 41, 52, 63]),
    ],
    "rk": [
      (0, 0, []), (30, 5985, [11, 24, 37, 50, 63, 76]), (80, 16040, [3, 8, 13, 18, 23, 28]),
    ],
    "iz": [(6, 913, [4, 13, 82, 177, 270, 367]), (32, 6135, [4, 8, 13, 20, 29, 63])],
    "ss": [(2, 12, [2, 10]), (0, 0, []), (3, 200, [0, 1, 199])],
  ]

  /// Bits of the last values.
  private static let last: [Precision: [String: [UInt64]]] = [
    .float: [
      "tm.V": [0xC27D_35EE, 0x41F4_66CA, 0xC240_1779],
      "tm.m": [0x3CAA_5BF4, 0x3F7F_FFBA, 0x3E3C_FEAD],
      "tm.h": [0x3F7E_66D1, 0x3E41_646E, 0x3F4D_0217],
      "tm.n": [0x3D4A_7590, 0x3F34_8E4A, 0x3E0F_B096],
      "rk.V": [0xC243_E312, 0xC173_CD00, 0xC270_0000],
      "rk.preV": [0xC243_E312, 0xC1C4_CB68, 0x41FF_5C29],
      "iz.V": [0xC28E_B4B8, 0x419F_CF3E],
      "iz.U": [0xC05C_CB4C, 0xC019_6EA7],
    ],
    .double: [
      "tm.V": [0xC04F_A6AA_33E5_C9CB, 0x403E_8D76_F957_CA28, 0xC048_02EB_939F_ECE8],
      "tm.m": [0x3F95_4C24_9AC0_43BF, 0x3FEF_FFF7_4825_8BFA, 0x3FC7_9FE3_BF81_5633],
      "tm.h": [0x3FEF_CCCD_CAEA_FE1B, 0x3FC8_2D00_5E77_6F6E, 0x3FE9_A043_6EA0_6E86],
      "tm.n": [0x3FA9_4F51_F867_547E, 0x3FE6_91AD_A5EE_E0A7, 0x3FC1_F616_A28F_7010],
      "rk.V": [0xC048_7C60_7334_BDF0, 0xC02E_79A6_FACC_8710, 0xC04E_0000_0000_0000],
      "rk.preV": [0xC048_7C60_7334_BDF0, 0xC038_996E_B433_3DB4, 0x403F_EB85_1EB8_51F0],
      "iz.V": [0xC051_D5DC_3D24_9A4C, 0x4033_F8B3_700E_5F16],
      "iz.U": [0xC00B_AA04_A373_688D, 0xC003_2DE5_DD60_6709],
    ],

  ]

  @Test(arguments: Precision.allCases) func spikesAreGeNNs(_ precision: Precision) throws {
    let (network, result) = try run(precision)
    for (index, population) in network.populations.enumerated() {
      for (neuron, expected) in try #require(Self.spikes[population.name]).enumerated() {
        let steps = result.spikes.filter { $0.population == index && $0.neuron == neuron }
          .map(\.step)
        #expect(steps.count == expected.count, "\(population.name) \(neuron)")
        #expect(steps.reduce(0, +) == expected.sum)
        #expect(Array(steps.prefix(6)) == expected.first)
      }
    }
  }

  @Test(arguments: Precision.allCases) func lastValuesAreGeNNs(_ precision: Precision) throws {
    let (network, result) = try run(precision)
    var compared = 0
    for (name, bits) in try #require(Self.last[precision]) {
      let parts = name.split(separator: ".").map(String.init)
      let population = try #require(
        network.populations.firstIndex { $0.name == parts[0] })
      let column = try #require(
        result.state.first {
          network.columns[$0.column].name == parts[1]
            && network.columns[$0.column].owner == .population(population)
        })
      #expect(column.values.map(\.bits) == bits, "\(name)")
      compared += bits.count
    }
    #expect(compared == 22)
  }

  /// In single precision GeNN calls functions of doubles; functions of floats give other bits.
  @Test func functionsMatterInSinglePrecision() throws {
    let (_, narrow) = try run(.float, inDouble: false, steps: 40)
    let (_, wide) = try run(.float, steps: 40)
    #expect(narrow.state != wide.state)
    let (_, double) = try run(.double, inDouble: false, steps: 40)
    #expect(try double.state == run(.double, steps: 40).1.state)
  }
}

extension Value {
  fileprivate var bits: UInt64 {
    switch self {
    case .float(let value): UInt64(value.bitPattern)
    case .double(let value): value.bitPattern
    case .integer(let value, _): UInt64(truncatingIfNeeded: value)
    }
  }
}
