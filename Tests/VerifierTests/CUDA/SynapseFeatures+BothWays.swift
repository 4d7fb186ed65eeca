import SpikingModels

extension SynapseFeatures {
  /// Synapses that add to both ends and change, upon everything that can happen, sparse (with several
  /// synapses between two neurons) and dense; and a convolution that adds to both ends.
  static func bothWays(_ precision: Precision) -> Network {
    let both = WeightUpdateModel("Both") {
      Variable("g", .uniform(min: 0.01, max: 0.03))
      Variable("seen", 0)
      Presynaptic(VariableReference("V"))
      Postsynaptic(VariableReference("xPost", to: "x"))
      Code(.preEventThreshold) { "V > 0.7" }
      Code(.postEventThreshold) { "xPost > 0.4" }
      Code(.synapseDynamics) {
        "g -= 0.001 * g * V;"
        "addToPost(0.01 * g * V);"
        "addToPre(0.02 * g * xPost);"
      }
      Code(.preEventSynapse) {
        "addToPost(0.3 * g);"
        "addToPre(g * xPost); addToPre(-0.1 * g);"
        "seen += 1.0 + 0.001 * (scalar)(id_syn % 5);"
      }
      Code(.preSpikeSynapse) {
        "if (seen > 2.0) { addToPost(g); seen -= 1.0; } else { addToPre(g); }"
        "g += 0.0001 * seen;"
      }
      Code(.postEventSynapse) {
        "addToPre(0.05 * seen * g);"
        "seen *= 0.99;"
      }
      Code(.postSpikeSynapse) {
        "addToPre(g * V);"
        "g += 0.0003;"
      }
    }
    let kernel = WeightUpdateModel("Kernel") {
      Variable("g", .uniform(min: -0.05, max: 0.1), access: .readOnly)
      Code(.preSpikeSynapse) {
        "addToPost(g);"
        "addToPre(0.1 * g);"
      }
    }
    // Dynamics that add nothing up are shared among threads.
    let leaking = WeightUpdateModel("Leaking") {
      Variable("g", .uniform(min: 0.01, max: 0.03))
      Postsynaptic(VariableReference("V"))
      Code(.synapseDynamics) { "g *= 0.99; if (V > 0.8) g += 0.001 * (scalar)(id_pre % 3);" }
      Code(.preSpikeSynapse) { "addToPost(g);" }
      Code(.postSpikeSynapse) { "g += 0.002;" }
    }
    let shape = Convolution2D(
      kernel: .init(3, 3), input: .init(3, 3), inputChannels: 4, outputChannels: 3, padding: 1)
    return Network("both_ways", dt: .milliseconds(1), precision: precision) {
      Population("a", count: shape.inputCount, model: rhythms(0))
      Population("b", count: shape.outputCount, model: rhythms(0.02))
      Projection(
        "sparse", from: "a", to: "b", connectivity: .fixedNumberTotal(300), weights: both,
        postsynaptic: .expCurr(timeConstant: 3), axonalDelay: .steps(2),
        backPropagationDelay: .steps(1))
      Projection(
        "dense", from: "b", to: "a", connectivity: .dense, weights: both,
        postsynaptic: .deltaCurr())
      Projection(
        "image", from: "a", to: "b", connectivity: .convolution(shape), weights: kernel,
        postsynaptic: .expCurr(timeConstant: 2))
      Projection(
        "leaking", from: "a", to: "a", connectivity: .fixedProbability(0.3), weights: leaking,
        postsynaptic: .expCurr(timeConstant: 2))
      Projection(
        "all", from: "b", to: "b", connectivity: .dense, weights: leaking,
        postsynaptic: .expCurr(timeConstant: 2))
      CustomUpdate(
        "shrink",
        model: CustomUpdateModel("Shrink") {
          Variable("times", 0)
          VariableReference("weight", access: .readWrite)
          Simulation {
            "weight *= 0.999;"
            "times += (scalar)(id_pre % 2) + (scalar)(id_syn % 3);"
          }
        }, every: 5, references: ["weight": .synapse("leaking", "g")])
      CustomUpdate(
        "shrinkDense",
        model: CustomUpdateModel("ShrinkDense") {
          VariableReference("weight", access: .readWrite)
          Simulation { "weight *= 1.0 - 0.001 * (scalar)(id_post % 2);" }
        }, every: 3, references: ["weight": .synapse("all", "g")])
    }
  }
}
