extension Gallery {
  /// Poisson neurons of 20 Hz.
  public static func poissonSource(
    _ precision: Precision = .float, count: Int = 100, steps: Int = 2000
  ) -> Experiment {
    Experiment(
      Network("poisson", dt: .milliseconds(1), precision: precision) {
        Population("neurons", count: count, model: .poisson(rate: 20))
      },
      steps: steps, criterion: .rates, shows: "20 spikes a second, at irregular times",
      source: "GeNN 5.4.0, NeuronModels::Poisson")
  }

  /// A wave that runs around a ring of neurons: each spike reaches the next neuron after an axonal
  /// delay of 20 steps, and is a spike there in the step that it arrives.
  public static func delayRing(
    _ precision: Precision = .float, count: Int = 10, steps: Int = 2000
  ) -> Experiment {
    let neuron = NeuronModel("Relay") {
      Variable("V", 0)
      Simulation { "V = Isyn;" }
      Threshold { "V >= 0.5" }
    }
    return Experiment(
      Network("delay_ring", dt: .milliseconds(0.1), precision: precision) {
        Population("start", count: 1, model: .spikeSourceArray([[1]]))
        Population("ring", count: count, model: neuron)
        Projection(
          "kick", from: "start", to: "ring", connectivity: .explicit([.init(0, 0)]),
          weights: .staticPulse(constant: 1), postsynaptic: .deltaCurr())
        Projection(
          "around", from: "ring", to: "ring",
          connectivity: .explicit((0..<count).map { .init($0, ($0 + 1) % count) }),
          weights: .staticPulse(constant: 1), postsynaptic: .deltaCurr(),
          axonalDelay: .milliseconds(2))
      },
      steps: steps, shows: "one spike every 21 steps, each in the next neuron",
      source: "GeNN 5.4.0, SynapseGroup::setAxonalDelaySteps")
  }

  /// Hodgkin–Huxley neurons under currents from 0 to 0.9 nA.
  public static func traubMiles(
    _ precision: Precision = .float, steps: Int = 1000
  ) -> Experiment {
    Experiment(
      Network("traub_miles", dt: .milliseconds(0.1), precision: precision) {
        Population("neurons", count: 10, model: .traubMiles()) {
          DirectCurrent(each: (0..<10).map { Double($0) / 10 })
        }
      },
      steps: steps, shows: "repetitive spikes whose rate grows with the current",
      source: "R. D. Traub, R. Miles, Neuronal Networks of the Hippocampus (1991)")
  }

  /// Edges of an image: a bar of spiking pixels goes through two 3 × 3 kernels, one for each
  /// direction, kept once for all pixels.
  public static func convolution(
    _ precision: Precision = .float, steps: Int = 50
  ) -> Experiment {
    let shape = Convolution2D(
      kernel: .init(3, 3), input: .init(12, 12), outputChannels: 2, padding: 1)
    let trains = (0..<144).map { pixel -> [Double] in
      let (row, column) = (pixel / 12, pixel % 12)
      return (3..<9).contains(row) && (5..<7).contains(column)
        ? (0..<10).map { Double(1 + 4 * $0 + (row + column) % 2) } : []
    }
    // Weights of both output channels lie side by side.
    let vertical = [-1.0, 0, 1, -2, 0, 2, -1, 0, 1]
    let horizontal = [-1.0, -2, -1, 0, 0, 0, 1, 2, 1]
    let kernel = zip(vertical, horizontal).flatMap { [$0, $1] }
    let network = Network("convolution", dt: .milliseconds(1), precision: precision) {
      Population("pixels", count: 144, model: .spikeSourceArray(trains))
      Population(
        "edges", count: shape.outputCount,
        model: NeuronModel("Integrator") {
          Variable("V", 0)
          Simulation { "V += Isyn;" }
          Threshold { "V >= 4.0" }
          Reset { "V = 0.0;" }
        })
      Projection(
        "sobel", from: "pixels", to: "edges", connectivity: .convolution(shape),
        weights: .staticPulse(.values(kernel)), postsynaptic: .deltaCurr())
    }
    return Experiment(
      network, steps: steps, shows: "spikes along the bar's sides in channel 0, at its ends in 1",
      source:
        "J. C. Knight, T. Nowotny, Larger GPU-accelerated brain simulations with procedural connectivity, Nat. Comput. Sci. 1 (2021) 136; GeNN 5.4.0, Conv2D"
    )
  }

  /// A thousand randomly coupled cortical neurons with thalamic noise, whose rhythms come and go.
  public static func izhikevichCortex(
    _ precision: Precision = .float, scale: Double = 1, steps: Int = 1000
  ) -> Experiment {
    let excitatory = max(2, Int((800 * scale).rounded()))
    let inhibitory = max(1, Int((200 * scale).rounded()))
    // Evenly spread instead of random: the same numbers in every engine.
    let r = (0..<excitatory).map { (Double($0) + 0.5) / Double(excitatory) }
    let s = (0..<inhibitory).map { (Double($0) + 0.5) / Double(inhibitory) }
    let reached = scale > 0 ? 1 / scale : 1
    let network = Network("izhikevich_cortex", dt: .milliseconds(1), precision: precision) {
      Population(
        "E", count: excitatory,
        model: .izhikevichVariable(
          a: 0.02, b: 0.2, c: .values(r.map { -65 + 15 * $0 * $0 }),
          d: .values(r.map { 8 - 6 * $0 * $0 }), initialU: -13)
      ) { CurrentSource("thalamus", model: .gaussianNoise(mean: 0, sd: 5)) }
      Population(
        "I", count: inhibitory,
        model: .izhikevichVariable(
          a: .values(s.map { 0.02 + 0.08 * $0 }), b: .values(s.map { 0.25 - 0.05 * $0 }), c: -65,
          d: 2, initialU: .values(s.map { -65 * (0.25 - 0.05 * $0) }))
      ) { CurrentSource("thalamus", model: .gaussianNoise(mean: 0, sd: 2)) }
      for target in ["E", "I"] {
        Projection(
          "E\(target)", from: "E", to: target, connectivity: .dense,
          weights: .staticPulse(.uniform(min: 0, max: 0.5 * reached)),
          postsynaptic: .deltaCurr())
        Projection(
          "I\(target)", from: "I", to: target, connectivity: .dense,
          weights: .staticPulse(.uniform(min: -reached, max: 0)), postsynaptic: .deltaCurr())
      }
    }
    return Experiment(
      network, steps: steps, criterion: .rates,
      shows: "irregular firing with episodes of alpha and gamma rhythms",
      source:
        "E. M. Izhikevich, Simple model of spiking neurons, IEEE Trans. Neural Networks 14 (2003) 1569, figure 3"
    )
  }
}
