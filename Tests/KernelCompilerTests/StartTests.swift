import Diagnostics
import SpikingModels
import Testing

@testable import KernelCompiler

/// Initial values and connectivity by code of one's own.
@Suite struct StartTests {
  private static let still = NeuronModel("Still") { Variable("V", 0) }

  private func network(
    start: InitialValues = 0, weight: InitialValues = 1, _ connectivity: Connectivity = .oneToOne,
    count: Int = 4
  ) -> Network {
    Network("starts", dt: .milliseconds(0.5)) {
      Population("a", count: count, model: NeuronModel("Still") { Variable("V", start) })
      Population("b", count: count, model: Self.still)
      Projection(
        "p", from: "a", to: "b", connectivity: connectivity,
        weights: WeightUpdateModel("Weight") {
          Variable("g", weight)
          Code(.preSpikeSynapse) { "addToPost(g);" }
        }, postsynaptic: .deltaCurr())
    }
  }

  private func values(_ name: String, _ network: Network) throws -> [Double] {
    let (checked, findings) = NetworkCompiler.compile(network)
    let layout = NetworkLayout(try #require(checked, "\(findings.map(\.message))"))
    let column = try #require(layout.network.columns.first { $0.name == name })
    return layout.startValues(column).map(\.asDouble)
  }

  private func findings(_ network: Network) -> [String] {
    NetworkCompiler.compile(network).findings.map(\.id)
  }

  @Test func neuronsStartFromWhatCodeGives() throws {
    let ramp = InitialValueModel("Ramp") {
      Parameter("step", 0.25)
      DerivedParameter("offset") { "step * dt" }
      ExtraGlobalParameter("table", [5, 6, 7, 8])
      Start { "value = table[id] + (step * id) + offset + num_neurons;" }
    }
    #expect(
      try values("V", network(start: .model(ramp))) == [9.125, 10.375, 11.625, 12.875])
  }

  @Test func synapsesStartFromWhatCodeGives() throws {
    let model = InitialValueModel("Ends") {
      Start { "value = 100.0 * id_pre + 10.0 * id_post + id_syn;" }
    }
    #expect(try values("g", network(weight: .model(model))) == [0, 111, 222, 333])
    #expect(
      try values("g", network(weight: .model(model), .dense, count: 2)) == [0, 11, 102, 113])
  }

  /// Each neuron, and each row, has a stream of its own: those of a longer list begin alike.
  @Test func drawnNumbers() throws {
    let model = InitialValueModel("Noise") { Start { "value = gennrand_uniform();" } }
    let few = try values("V", network(start: .model(model), count: 4))
    let many = try values("V", network(start: .model(model), count: 40))
    #expect(Array(many.prefix(4)) == few && Set(many).count == 40)
    #expect(many.allSatisfy { $0 > 0 && $0 <= 1 })
    let weights = try values("g", network(weight: .model(model), .dense, count: 10))
    #expect(Set(weights).count == 100)
  }

  private func ends(_ model: ConnectivityModel) throws -> [[UInt32]] {
    let (checked, findings) = NetworkCompiler.compile(network(.model(model)))
    let layout = NetworkLayout(try #require(checked, "\(findings.map(\.message))"))
    let rows = try #require(layout.rows[0])
    return (0..<rows.rowCount).map { rows.row($0).map { rows.targets[$0] } }
  }

  @Test func rowsAndColumns() throws {
    let rows = ConnectivityModel("Neighbours") {
      RowBuild {
        "if (id_pre + 1 < num_post) { addSynapse(id_pre + 1); }"
        "if (id_pre > 0) { addSynapse(id_pre - 1); }"
      }
    }
    #expect(try ends(rows) == [[1], [0, 2], [1, 3], [2]])
    let columns = ConnectivityModel("Triangle") {
      Parameter("distance", 1)
      ColumnBuild {
        "for (unsigned int i = 0; i + (unsigned int)distance <= id_post; i++) { addSynapse(i); }"
      }
    }
    #expect(try ends(columns) == [[1, 2, 3], [2, 3], [3], []])
  }

  @Test func mistakes() {
    func start(_ code: String) -> [String] {
      findings(network(start: .model(InitialValueModel("Wrong") { Start { code } })))
    }
    #expect(start("const scalar x = 1.0;") == ["never-sets-value"])
    #expect(start("value = 1.0 / (id - 2.0);") == ["start-not-finite"])
    #expect(start("value = 4 % ((int)id - 1);") == ["start-fails"])
    #expect(start("value = id_pre;") == ["unknown-name"])
    func rows(_ code: String) -> [String] {
      findings(network(.model(ConnectivityModel("Wrong") { RowBuild { code } })))
    }
    #expect(rows("addSynapse(id_pre + 1);") == ["synapse-outside"])
    #expect(rows("addSynapse(1.5 + nothing);") == ["unknown-name"])
    #expect(
      findings(network(.model(ConnectivityModel("Neither") { Parameter("p", 1) }))) == [
        "one-build-needed"
      ])
  }

  @Test func placesAreThoseOfTheCode() throws {
    let model = InitialValueModel("Wrong") {
      Start {
        "const scalar x = 0.0;"
        "value = 4 % (int)x;"
      }
    }
    let finding = try #require(
      NetworkCompiler.compile(network(start: .model(model))).findings.first)
    #expect(finding.location?.line == #line - 5)
    #expect(finding.message == "an integer is divided by zero, where id 0, num_neurons 4")
  }
}
