import SpikingModels

extension SynapseFeatures {
  /// A convolution whose kernel a custom update changes, weight by weight.
  static func kernel(_ precision: Precision) -> Network {
    let shape = Convolution2D(
      kernel: .init(3, 2), input: .init(5, 6), inputChannels: 2, outputChannels: 3)
    let weights = WeightUpdateModel("Kernel") {
      Variable("g", .uniform(min: 0.1, max: 0.4))
      Code(.preSpikeSynapse) { "addToPost(g + 0.001 * (scalar)id_kernel);" }
    }
    return Network("kernel", dt: .milliseconds(1), precision: precision) {
      Population("a", count: shape.inputCount, model: rhythms(0))
      Population("b", count: shape.outputCount, model: rhythms(0.02))
      Projection(
        "image", from: "a", to: "b", connectivity: .convolution(shape), weights: weights,
        postsynaptic: .expCurr(timeConstant: 2))
      CustomUpdate(
        "shrink",
        model: CustomUpdateModel("Shrink") {
          Variable("times", 0)
          VariableReference("weight", access: .readWrite)
          Simulation {
            "weight *= 0.9;"
            "times += 0.01 * (scalar)(id_syn % 5 + num_pre + num_post);"
          }
        }, every: 4, references: ["weight": .synapse("image", "g")])
    }
  }

  /// Variables of several types, one of which a custom update writes.
  static func traced(_ precision: Precision) -> Network {
    var model = rhythms(0)
    model.variables += [
      Variable("count", 0, type: "int"), Variable("scaled", 1),
    ]
    model.simulation.parts += Snippet { "count += (int)(id % 3) - 2 * (int)(id % 2);" }.parts
    return Network("traced", dt: .milliseconds(1), precision: precision) {
      Population("neurons", count: 300, model: model)
      CustomUpdate(
        "double",
        model: CustomUpdateModel("Double") {
          VariableReference("x", access: .readWrite)
          Simulation { "x *= 2.0;" }
        }, every: 10, references: ["x": .neuron("neurons", "scaled")])
    }
  }
}
