import Diagnostics
import SpikingModels
import Testing

@testable import KernelCompiler

/// What is wrong with a network outside of its snippets.
@Suite struct NetworkCompilerTests {
  private func ids(_ network: Network) -> [String] {
    let (checked, findings) = NetworkCompiler.compile(network)
    #expect((checked == nil) == findings.contains { $0.severity == .error })
    for finding in findings {
      #expect(finding.location?.file.hasPrefix("KernelCompilerTests/") == true)
      #expect(finding.remedy?.isEmpty == false)
    }
    return findings.map(\.id)
  }

  private func network(
    _ name: String = "n", dt: Time = .milliseconds(1), seed: UInt32 = 1,
    @NetworkBuilder _ content: () -> [NetworkPart] = {
      [.population(Population("p", count: 1, model: .lif()))]
    }
  ) -> Network {
    Network(name, dt: dt, seed: seed, content: content)
  }

  private var silent: Population {
    Population("p", count: 1, model: NeuronModel("M") { Variable("x", 0) })
  }

  @Test func frames() {
    #expect(ids(network()) == [])
    #expect(ids(network("a b")) == ["bad-name"])
    #expect(ids(network("")) == ["bad-name"])
    #expect(ids(network(dt: .milliseconds(0))) == ["time-step-not-positive"])
    #expect(ids(network(dt: .milliseconds(-1))) == ["time-step-not-positive"])
    #expect(ids(network(dt: .milliseconds(.infinity)) { silent }) == ["time-step-not-positive"])
    #expect(ids(network(seed: 0)) == ["seed-is-zero"])
    #expect(ids(network {}) == ["empty-network"])
  }

  @Test(arguments: [0, -1, Int.max]) func neuronCounts(_ count: Int) {
    #expect(ids(network { Population("p", count: count, model: .lif()) }) == ["bad-neuron-count"])
  }

  @Test func namesAreUniqueInPyGeNN() {
    #expect(
      ids(
        network {
          Population("p", count: 1, model: .lif())
          Population("p", count: 1, model: .lif())
        }) == ["name-taken"])
    // The source of p is known to GeNN as p_x, too.
    #expect(
      ids(
        network {
          Population("p", count: 1, model: .lif()) { DirectCurrent(1, named: "x") }
          Population("p_x", count: 1, model: .lif())
        }) == ["name-taken"])
  }

  @Test(arguments: [
    ("2x", "unreadable-name"), ("_x", "unreadable-name"), ("x y", "unreadable-name"),
    ("é", "unreadable-name"), ("", "unreadable-name"), ("if", "reserved-name"),
    ("scalar", "reserved-name"), ("exp", "reserved-name"), ("dt", "reserved-name"),
    ("Isyn", "reserved-name"), ("V", "name-taken"), ("new", "cxx-keyword"),
  ])
  func namesAreReadableInSnippets(_ name: String, _ id: String) {
    let model = NeuronModel("M") {
      Parameter("V", 1)
      Variable(name, 0)
    }
    #expect(ids(network { Population("p", count: 1, model: model) }) == [id])
  }

  @Test(arguments: [Double.nan, .infinity, 1e39, -1e39]) func numbersFit(_ number: Double) {
    func model(_ parameter: Double, _ variable: InitialValues) -> NeuronModel {
      NeuronModel("M") {
        Parameter("a", parameter)
        Variable("x", variable)
      }
    }
    for model in [model(number, 0), model(0, .constant(number)), model(0, [number])] {
      #expect(
        ids(network { Population("p", count: 1, model: model) }) == ["number-not-finite"])
    }
  }

  /// 16777217 needs 25 bits, one more than the `float` through which GeNN sets it.
  @Test(arguments: [
    ("int", 0.5, "integer-not-exact"), ("uint8_t", 256, "number-not-finite"),
    ("bool", 2, "integer-not-exact"), ("unsigned int", -1, "number-not-finite"),
    ("int", 16_777_217, "integer-not-exact"), ("int", 1e12, "number-not-finite"),
  ])
  func integersHoldIntegers(_ type: String, _ value: Double, _ id: String) {
    let model = NeuronModel("M") { Variable("x", .constant(value), type: type) }
    #expect(ids(network { Population("p", count: 1, model: model) }) == [id])
  }

  @Test func oneInitialValueGoesThroughScalarSeveralDoNot() throws {
    let model = NeuronModel("M") {
      Variable("one", 0.1, type: "double")
      Variable("each", [0.1], type: "double")
      Variable("large", [16_777_217], type: "int")
    }
    let (checked, findings) = NetworkCompiler.compile(
      network { Population("p", count: 1, model: model) })
    #expect(findings.isEmpty)
    let layout = NetworkLayout(try #require(checked))
    let starts = layout.network.columns.prefix(3).map { layout.startValues($0)[0] }
    #expect(
      starts == [.double(Double(Float(0.1))), .double(0.1), .integer(16_777_217, .int32)])
  }

  @Test func typesAndCountsOfVariables() {
    func ids(_ variable: Variable) -> [String] {
      self.ids(network { Population("p", count: 2, model: NeuronModel("M") { variable }) })
    }
    #expect(ids(Variable("x", 0, type: "integer")) == ["unknown-type"])
    #expect(ids(Variable("x", 0, type: "unsigned int")) == [])
    #expect(ids(Variable("x", [1, 2])) == [])
    #expect(ids(Variable("x", [1, 2, 3])) == ["wrong-value-count"])
  }

  @Test func derivedParametersAreChecked() {
    func ids(@SnippetBuilder _ expression: () -> [Snippet.Part]) -> [String] {
      let model = NeuronModel("M") {
        Parameter("tau", 0)
        DerivedParameter("x", expression: expression)
      }
      return self.ids(network { Population("p", count: 1, model: model) })
    }
    #expect(ids { "exp(-dt / (tau + 1.0))" } == [])
    #expect(ids { "exp(-dt / tao)" } == ["unknown-name"])
    #expect(ids { "1.0 / tau" } == ["number-not-finite"])
    #expect(ids { "(int)(1e10)" } == ["derivation-failed"])
  }

  @Test func derivedParametersAreComputedInDoubleAndRoundedOnce() throws {
    let (checked, _) = NetworkCompiler.compile(
      Network("n", dt: .milliseconds(0.1)) { Population("p", count: 1, model: .lif()) })
    let parameters = try #require(checked).populations[0].code.context.parameters
    #expect(parameters.map(\.name).suffix(2) == ["ExpTC", "Rmembrane"])
    // exp(-0.1 / 20) = 0.9950124791926823, and its nearest float.
    #expect(parameters[7].exact == 0.9950124791926823)
    #expect(parameters[7].value == .float(0.99501246))
    #expect(parameters[8].value == .float(20))
  }

  /// 0.9950000345706939 lies below 0.99500003457069397, the middle between two floats, so the float
  /// next to it is the lower one, 0.995. GeNN writes 9.950000346e-01f, which is above the middle.
  @Test func constantsAreRoundedAsGeNNWritesThem() {
    let belowMiddle = 0.9950000345706939
    #expect(Float(belowMiddle) == 0.995)
    #expect(RealLiteral.value(belowMiddle, as: .float) == .float(Float(0.995).nextUp))
    #expect(RealLiteral.value(0.02, as: .float) == .float(0.02))
    #expect(RealLiteral.value(-65, as: .float) == .float(-65))
    #expect(RealLiteral.value(belowMiddle, as: .double) == .double(belowMiddle))
  }
}
