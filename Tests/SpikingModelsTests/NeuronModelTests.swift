import SpikingModels
import Testing

@Suite struct NeuronModelTests {
  @Test func partsMayComeInAnyOrder() {
    let isPlain = true
    let model = NeuronModel("Leaky", autoRefractory: true) {
      Threshold { "V >= 1.0" }
      Variable("V", 0, unit: "mV")
      Simulation { "V += Isyn;" }
      if isPlain {
        Parameter("tau", 20, unit: "ms")
      } else {
        Parameter("other", 1)
      }
      Simulation { "V *= decay;" }
      DerivedParameter("decay") { "exp(-dt / tau)" }
      Reset { "V = 0.0;" }
    }
    #expect(model.parameters.map(\.name) == ["tau"])
    #expect(model.derivedParameters.map(\.expression.code) == ["exp(-dt / tau)"])
    #expect(model.variables.map(\.initial) == [0])
    #expect(model.simulation.code == "V += Isyn;\nV *= decay;")
    #expect(model.threshold?.code == "V >= 1.0")
    #expect(model.reset.code == "V = 0.0;")
    #expect(model.autoRefractory && model.builtIn == nil)
  }

  @Test func aModelWithoutThresholdHasNone() {
    #expect(NeuronModel("Silent") { Variable("V", 0) }.threshold == nil)
  }

  @Test func eachLineOfASnippetKnowsItsPlace() {
    let here = #line + 2
    let snippet = Snippet {
      "V = c;"
      "U += d;"
    }
    #expect(snippet.parts.map(\.place.line) == [here, here + 1])
    #expect(snippet.parts.map(\.place.column) == [7, 7])
  }

  @Test func lifRestsWhereItStarts() {
    let model = NeuronModel.lif(rest: -70)
    #expect(model.variables.map(\.name) == ["V", "RefracTime"])
    #expect(model.variables[0].initial == .constant(-70))
    #expect(NeuronModel.lif(initialV: [-60, -61]).variables[0].initial == .values([-60, -61]))
  }
}
