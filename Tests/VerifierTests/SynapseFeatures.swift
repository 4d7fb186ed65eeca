import SpikingModels

/// Networks that use what few models use, so that engines can be compared on it.
enum SynapseFeatures {
  /// Neurons that spike at their own rhythms, without a random number.
  static func rhythms(_ phase: Double) -> NeuronModel {
    NeuronModel("Rhythm") {
      Parameter("phase", phase)
      Variable("V", 0)
      Variable("x", 0)
      Simulation {
        "V += 0.05 + 0.01 * (scalar)(id % 7) + phase + 0.1 * Isyn;"
        "x = 0.9 * x + 0.1 * V;"
      }
      Threshold { "V >= 1.0" }
      Reset { "V -= 1.0;" }
    }
  }

  /// Traces on both sides, old values of neurons, all spike times, and back-propagation delays.
  static let traces = WeightUpdateModel("Traces") {
    Parameter("rate", 0.01)
    DerivedParameter("decay") { "exp(-dt / 10.0)" }
    Variable("g", .uniform(min: 0.1, max: 0.2))
    Variable("last", 0)
    Presynaptic(Variable("before", 0))
    Postsynaptic(Variable("after", 0))
    Presynaptic(VariableReference("xPre", to: "x"))
    Postsynaptic(VariableReference("xPost", to: "x"))
    Code(.preSpikeSynapse) {
      "addToPost(g * xPre);"
      "g -= rate * after;"
      "last = t - prev_st_pre;"
    }
    Code(.postSpikeSynapse) {
      "g += rate * before + 0.001 * xPost;"
      "last = st_post - st_pre + 0.5 * prev_st_post;"
    }
    Code(.preSpike) { "before += 1.0;" }
    Code(.postSpike) { "after += 1.0;" }
    Code(.preDynamics) { "before *= decay;" }
    Code(.postDynamics) { "after *= decay;" }
  }

  /// Without what GeNN 5.4.0 computes differently, if that is asked for: see the findings about
  /// delays, and the order of three inputs of different models.
  static func plastic(_ precision: Precision, asGeNNHasIt: Bool = false) -> Network {
    var delayed = traces
    if asGeNNHasIt {
      for moment in WeightUpdateModel.Moment.allCases {
        delayed.code[moment]?.parts.removeAll { $0.text.hasPrefix("last") }
      }
      delayed.code[.preSpike] = nil
      delayed.code[.postSpike] = nil
    }
    return Network("plastic", dt: .milliseconds(0.5), precision: precision) {
      Population("a", count: 40, model: rhythms(0))
      Population("b", count: 30, model: rhythms(0.02))
      Projection(
        "sparse", from: "a", to: "b", connectivity: .fixedNumberPost(6), weights: delayed,
        postsynaptic: .expCurr(timeConstant: 3), axonalDelay: .milliseconds(2),
        backPropagationDelay: .steps(3))
      Projection(
        "dense", from: "b", to: "a", connectivity: .dense, weights: traces,
        postsynaptic: .deltaCurr())
      Projection(
        "total", from: "b", to: "b", connectivity: .fixedNumberTotal(100),
        weights: .staticPulse(.exponential(lambda: 20), dendriticDelay: .binomial(n: 9, p: 0.4)),
        postsynaptic: .expCurr(timeConstant: 2), mostDendriticSteps: 10)
      if !asGeNNHasIt {
        Projection(
          "into", from: "a", to: "b", connectivity: .fixedNumberPre(4),
          weights: .staticPulse(.gamma(a: 2, b: 0.01)), postsynaptic: .deltaCurr())
      }
    }
  }

  /// Events on both sides, sums at the presynaptic neuron, dynamics of each synapse, further inputs,
  /// and weights that refer to the postsynaptic model.
  static func events(_ precision: Precision, isNoisy: Bool = true) -> Network {
    var dendritic = rhythms(0.01)
    dendritic.name = "Dendritic"
    dendritic.inputVariables = [InputVariable("Idendrite", from: 0.25)]
    dendritic.simulation.parts += Snippet { "x += 0.01 * Idendrite;" }.parts
    let leaky = PostsynapticModel("Leaky") {
      Variable("held", 0)
      VariableReference("V")
      Simulation {
        "held += inSyn - 0.1 * held + 0.001 * V;"
        "inSyn = 0;"
        "injectCurrent(held);"
      }
    }
    let eventful = WeightUpdateModel("Eventful") {
      Parameter("level", 0.6)
      Variable("g", .normalClipped(mean: 0.1, sd: 0.05, min: 0, max: 0.3))
      Variable("seen", 0)
      Presynaptic(VariableReference("V"))
      Postsynaptic(VariableReference("xPost", to: "x"))
      Postsynaptic(model: VariableReference("heldPost", to: "held"))
      Code(.preEventThreshold) { "V > level" }
      Code(.postEventThreshold) { "xPost > 0.5 && t - prev_set > 2.0" }
      Code(.preEventSynapse) {
        "addToPost(g * 0.1);"
        "seen = set_pre - prev_set_pre;"
      }
      Code(.postEventSynapse) {
        "addToPre(0.01 * g);"
        "seen += 0.001 * (set_post - t);"
        // GeNN 5.4.0 keeps the time before only if code of synapses names it.
        "if (prev_set_post > 0.0) { seen += 0.001 * (set_post - prev_set_post); }"
      }
      Code(.synapseDynamics) {
        "g -= 0.0001 * g;"
        "addToPost(0.0001 * heldPost * (scalar)(id_pre % 3));"
      }
    }
    return Network("events", dt: .milliseconds(1), precision: precision) {
      Population("a", count: 30, model: rhythms(0)) {
        if isNoisy { CurrentSource("noise", model: .gaussianNoise(mean: 0.1, sd: 0.2)) }
      }
      Population("b", count: 70, model: dendritic)
      Projection(
        "eventful", from: "a", to: "b", connectivity: .fixedProbability(0.2), weights: eventful,
        postsynaptic: leaky, axonalDelay: isNoisy ? .steps(1) : .none)
      Projection(
        "aside", from: "b", to: "b", connectivity: .oneToOne, weights: .staticPulse(constant: 0.5),
        postsynaptic: .deltaCurr(), targetInput: "Idendrite")
      CustomUpdate(
        "shrink",
        model: CustomUpdateModel("Shrink") {
          Parameter("factor", 0.97)
          Variable("times", 0)
          VariableReference("weight", access: .readWrite)
          Simulation {
            "weight *= factor;"
            "times += (scalar)(id_post % 2);"
          }
        }, every: 7, references: ["weight": .synapse("eventful", "g")])
    }
  }

  /// Each function that draws, in turn and in one expression.
  static func draws(_ precision: Precision) -> Network {
    let model = NeuronModel("Draws") {
      Variable("V", 0)
      Variable("sum", .normal(mean: 1, sd: 2))
      Variable("successes", .binomial(n: 20, p: 0.3), type: "unsigned int")
      Variable("bits", 0, type: "unsigned int")
      Simulation {
        "V = gennrand_uniform() - gennrand_uniform() * gennrand_exponential();"
        "sum += gennrand_normal() + gennrand_log_normal(0.1, 0.5) - gennrand_gamma(1.5);"
        "if (V > 0.0) { sum -= gennrand_gamma(0.5); }"
        "successes += gennrand_binomial(10, 0.25) + gennrand_binomial(5, 0.8);"
        "bits = gennrand();"
      }
      Threshold { "V > 0.8" }
    }
    // Few draw in a step, but then several times.
    let rare = NeuronModel("Rare") {
      Variable("x", 0)
      Variable("n", 0, type: "unsigned int")
      Variable("bits", 0, type: "unsigned int")
      Simulation {
        "n += 1;"
        "if ((n + id) % 5 == 0) {"
        "  x = gennrand_uniform() - gennrand_normal() * gennrand_exponential();"
        "  bits = gennrand();"
        "  x += gennrand_log_normal(0.1, 0.5) - gennrand_gamma(1.5) + gennrand_uniform();"
        "  n += gennrand_binomial(10, 0.25);"
        "}"
      }
      Threshold { "x > 1.0" }
    }
    return Network("draws", dt: .milliseconds(1), precision: precision, seed: 77) {
      Population("neurons", count: 150, model: model)
      Population("rare", count: 90, model: rare)
      Population("poisson", count: 130, model: .poisson(rate: 50)) {
        CurrentSource("exp", model: .poissonExp(weight: 1, timeConstant: 5, rate: 3000))
      }
    }
  }
}
