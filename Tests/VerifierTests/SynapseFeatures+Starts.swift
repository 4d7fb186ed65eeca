import SpikingModels

extension SynapseFeatures {
  /// Connectivity and initial values by code of one's own, weights that are copied to the way back,
  /// and synapses that the C++ program draws itself; without a third input of `b`, whose place in the
  /// sum GeNN decides, if that is asked for.
  static func starts(_ precision: Precision, asGeNNHasIt: Bool = false) -> Network {
    let neighbours = ConnectivityModel("Neighbours") {
      RowBuild {
        "if (id_pre + 1 < num_post) { addSynapse(id_pre + 1); }"
        "for (unsigned int i = 0; i < 3; i++) { addSynapse(gennrand() % num_post); }"
      }
    }
    let ends = InitialValueModel("Ends") {
      Start { "value = 0.01 * id_pre - 0.005 * id_post + 0.1 * gennrand_normal();" }
    }
    let weighted = WeightUpdateModel("Weighted") {
      Variable("g", .model(ends))
      Code(.preSpikeSynapse) {
        "addToPost(g);"
        "g = 0.99 * g + 0.001;"
      }
    }
    let decay = CustomUpdateModel("Decay") {
      Parameter("rate", 0.9)
      VariableReference("weight", access: .readWrite)
      Simulation { "weight = (rate * weight) + (0.001 * id_post);" }
    }
    return Network("starts", dt: .milliseconds(0.5), precision: precision) {
      Population("a", count: 30, model: rhythms(0))
      Population("b", count: 70, model: rhythms(0.02))
      Projection(
        "code", from: "a", to: "b", connectivity: .model(neighbours), weights: weighted,
        postsynaptic: .expCurr(timeConstant: 3))
      Projection(
        "forward", from: "a", to: "b", connectivity: .dense, weights: weighted,
        postsynaptic: .deltaCurr())
      Projection(
        "back", from: "b", to: "a", connectivity: .dense, weights: weighted,
        postsynaptic: .deltaCurr())
      Projection(
        "again", from: "b", to: "a", connectivity: .fixedProbability(0.1), storage: .procedural,
        weights: .staticPulse(constant: 0.02), postsynaptic: .expCurr(timeConstant: 2),
        axonalDelay: .steps(2))
      if !asGeNNHasIt {
        Projection(
          "few", from: "b", to: "b", connectivity: .fixedNumberPost(5), storage: .procedural,
          weights: .staticPulse(constant: -0.01), postsynaptic: .expCurr(timeConstant: 4))
      }
      CustomUpdate(
        "decay", model: decay, every: 7,
        references: ["weight": .transposed("forward", "g", into: "back", "g")])
      CustomUpdate(
        "mirror", model: .transpose(), every: 10,
        references: ["variable": .transposed("back", "g", into: "forward", "g")])
    }
  }

  /// A voltage that grows until it is infinite, and is reset in the same step; or a weight that does
  /// so at a synapse.
  static func overflow(_ precision: Precision, atSynapse: Bool) -> Network {
    let growing = NeuronModel("Growing") {
      Parameter("step", precision == .float ? 1e20 : 1e160)
      Variable("U", 0)
      Variable("V", 1)
      Simulation {
        "U += 1.0;"
        "if (id > 70) { V *= (id % 2 == 1) ? step : 10.0; }"
      }
      Threshold { "V > 2.0 * step" }
      Reset { "V = 1.0;" }
    }
    let learning = WeightUpdateModel("Learning") {
      Variable("g", 1)
      Code(.preSpikeSynapse) { "g *= (id_post == 60) ? 1e30 : 1.0;" }
    }
    return Network("overflow", dt: .milliseconds(0.5), precision: precision) {
      Population("a", count: 200, model: atSynapse ? rhythms(0.1) : growing)
      if atSynapse {
        Projection(
          "p", from: "a", to: "a", connectivity: .dense, weights: learning,
          postsynaptic: .deltaCurr())
      }
    }
  }
}
