extension Gallery {
  /// The window of spike-timing-dependent plasticity: pairs of spikes at 61 distances from −60 ms to
  /// 60 ms, each pair with a synapse of its own that starts at 0.5.
  public static func stdpWindow(_ precision: Precision = .float) -> Experiment {
    let distances = (-30...30).map { Double(2 * $0) }
    let network = Network("stdp_window", dt: .milliseconds(1), precision: precision) {
      Population(
        "pre", count: distances.count,
        model: .spikeSourceArray(distances.map { _ in [100, 400] }))
      Population(
        "post", count: distances.count,
        model: .spikeSourceArray(distances.map { [100 + $0] }))
      Projection(
        "plastic", from: "pre", to: "post", connectivity: .oneToOne,
        weights: .stdp(
          tauPlus: 20, tauMinus: 20, plus: 0.01, minus: 0.012, bounds: 0...1, weight: 0.5),
        postsynaptic: .deltaCurr())
    }
    return Experiment(
      network, steps: 500,
      shows: "weights above 0.5 where the postsynaptic spike comes later, below 0.5 where earlier",
      source:
        "S. Song, K. D. Miller, L. F. Abbott, Nature Neuroscience 3 (2000) 919, figure 1; GeNN 5.4.0, WeightUpdateModels::STDP"
    )
  }

  /// Ten regular inputs of different phases to one neuron, whose synapses compete.
  public static func stdpTenToOne(_ precision: Precision = .float) -> Experiment {
    func time(_ input: Int, _ spike: Int) -> Double {
      let jitter = spike * spike % 31
      return Double(7 * input + 40 * spike + jitter)
    }
    let inputs = (0..<10).map { input in (0..<60).map { time(input, $0) } }
    let network = Network("stdp_ten_to_one", dt: .milliseconds(1), precision: precision) {
      Population("inputs", count: 10, model: .spikeSourceArray(inputs))
      Population(
        "neuron", count: 1,
        model: .lif(
          capacitance: 1, timeConstant: 20, rest: -60, reset: -60, threshold: -50,
          refractoryTime: 5))
      Projection(
        "plastic", from: "inputs", to: "neuron", connectivity: .dense,
        weights: .stdp(
          tauPlus: 20, tauMinus: 20, plus: 0.05, minus: 0.0525, bounds: 0...2, weight: 1),
        postsynaptic: .expCurr(timeConstant: 5))
    }
    return Experiment(
      network, steps: 2500, shows: "inputs that come before the neuron's spikes gain weight",
      source: "S. Song, K. D. Miller, L. F. Abbott, Nature Neuroscience 3 (2000) 919")
  }

  /// Adam, a custom update that runs every ten steps, moves one number a neuron to its target.
  public static func adam(_ precision: Precision = .float) -> Experiment {
    let optimizer = CustomUpdateModel("Adam") {
      Parameter("alpha", 0.05)
      Parameter("beta1", 0.9)
      Parameter("beta2", 0.999)
      Parameter("epsilon", 1e-8)
      Variable("m", 0)
      Variable("v", 0)
      Variable("power1", 1)
      Variable("power2", 1)
      VariableReference("gradient", access: .readWrite)
      VariableReference("x", access: .readWrite)
      Simulation {
        """
        power1 *= beta1;
        power2 *= beta2;
        m = (beta1 * m) + ((1.0 - beta1) * gradient);
        v = (beta2 * v) + ((1.0 - beta2) * gradient * gradient);
        x -= (alpha * (m / (1.0 - power1))) / (sqrt(v / (1.0 - power2)) + epsilon);
        gradient = 0.0;
        """
      }
    }
    let unit = NeuronModel("Unit") {
      Variable("x", 0)
      Variable("gradient", 0)
      Variable("wanted", [-0.5, 0.25, 0.75, 1], access: .readOnly)
      Simulation { "gradient += x - wanted;" }
    }
    let network = Network("adam", dt: .milliseconds(1), precision: precision) {
      Population("units", count: 4, model: unit)
      CustomUpdate(
        "step", model: optimizer, every: 10,
        references: ["gradient": .neuron("units", "gradient"), "x": .neuron("units", "x")])
    }
    return Experiment(
      network, steps: 2000, shows: "each x comes near the number that it should have",
      source: "D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR (2015)")
  }
}
