import SpikingModels
import Testing

/// GeNN 5.4.0's names of the built-in models' parameters and variables, in its order: PyGeNN
/// programs use the models by these names.
@Suite struct BuiltInNamesTests {
  private static let neurons: [(NeuronModel, name: String, parameters: String, variables: String)] =
    [
      (.izhikevich(a: 0.02, b: 0.2, c: -65, d: 8), "Izhikevich", "a b c d", "V U"),
      (
        .izhikevichVariable(a: 0.02, b: 0.2, c: -65, d: 8), "IzhikevichVariable", "",
        "V U a b c d"
      ),
      (.lif(), "LIF", "C TauM Vrest Vreset Vthresh Ioffset TauRefrac", "V RefracTime"),
      (.rulkovMap(), "RulkovMap", "Vspike alpha y beta", "V preV"),
      (.poisson(rate: 10), "Poisson", "rate", "timeStepToSpike"),
      (.spikeSourceArray([[1]]), "SpikeSourceArray", "", "startSpike endSpike"),
      (.traubMiles(), "TraubMiles", "gNa ENa gK EK gl El C", "V m h n"),
    ]

  @Test func neuronModels() {
    for (model, name, parameters, variables) in Self.neurons {
      #expect(model.name == name && model.builtIn == name)
      #expect(model.parameters.map(\.name).joined(separator: " ") == parameters)
      #expect(model.variables.map(\.name).joined(separator: " ") == variables)
      #expect(!model.autoRefractory)
    }
    #expect(Set(Self.neurons.map(\.name)).count == 7)
    #expect(
      NeuronModel.spikeSourceArray([[1]]).extraGlobalParameters.map(\.name) == ["spikeTimes"])
  }

  private static let weights: [(WeightUpdateModel, String, parameters: String, variables: String)] =
    [
      (.staticPulse(1), "StaticPulse", "", "g"),
      (.staticPulse(constant: 1), "StaticPulseConstantWeight", "g", ""),
      (.staticPulse(1, dendriticDelay: 2), "StaticPulseDendriticDelay", "", "g d"),
      (.staticGraded(1, threshold: -40, slope: 50), "StaticGraded", "Epre Vslope", "g"),
      (
        .stdp(tauPlus: 20, tauMinus: 20, plus: 0.1, minus: 0.1, bounds: 0...1, weight: 0.5), "STDP",
        "tauPlus tauMinus Aplus Aminus Wmin Wmax", "g"
      ),
    ]

  @Test func weightUpdateModels() {
    for (model, name, parameters, variables) in Self.weights {
      #expect(model.name == name)
      // GeNN's own StaticGraded does not compile.
      #expect(model.builtIn == (name == "StaticGraded" ? nil : name))
      #expect(model.parameters.map(\.name).joined(separator: " ") == parameters)
      #expect(model.variables.map(\.name).joined(separator: " ") == variables)
    }
    #expect(WeightUpdateModel.staticPulse(1, dendriticDelay: 2).variables[1].type == "uint8_t")
  }

  @Test func postsynapticModels() {
    let models: [(PostsynapticModel, String, String)] = [
      (.expCurr(timeConstant: 5), "ExpCurr", "tau"),
      (.expCond(timeConstant: 5, reversal: 0), "ExpCond", "tau E"), (.deltaCurr(), "DeltaCurr", ""),
    ]
    for (model, name, parameters) in models {
      #expect(model.name == name && model.builtIn == name)
      #expect(model.parameters.map(\.name).joined(separator: " ") == parameters)
      #expect(model.variables.isEmpty)
    }
    #expect(
      PostsynapticModel.expCond(timeConstant: 5, reversal: 0).neuronReferences.map(\.name) == ["V"])
  }

  @Test func currentSourceModels() {
    let models: [(CurrentSourceModel, String, parameters: String, variables: String)] = [
      (.dc(amplitude: 1), "DC", "amp", ""),
      (.gaussianNoise(sd: 1), "GaussianNoise", "mean sd", ""),
      (
        .poissonExp(weight: 1, timeConstant: 5, rate: 8), "PoissonExp", "weight tauSyn rate",
        "current"
      ),
    ]
    for (model, name, parameters, variables) in models {
      #expect(model.name == name && model.builtIn == name)
      #expect(model.parameters.map(\.name).joined(separator: " ") == parameters)
      #expect(model.variables.map(\.name).joined(separator: " ") == variables)
    }
  }

  /// Each list's indices, one list behind the other.
  @Test func spikeTimesAreOneArray() {
    let model = NeuronModel.spikeSourceArray([[5, 1], [], [2]])
    #expect(model.variables[0].initial == [0, 2, 2])
    #expect(model.variables[1].initial == [2, 2, 3])
    #expect(model.extraGlobalParameters[0].values == [1, 5, 2])
  }
}
