extension Gallery {
  /// The balanced network of excitatory and inhibitory neurons with conductance-based synapses
  /// (COBA), which keeps itself firing irregularly.
  ///
  /// 4,000 neurons, four in five of them excitatory; each pair connected with probability 2 %. A
  /// scaled network keeps the number of synapses a neuron has and their weights, so that the
  /// probability grows as the network shrinks. A constant current of 0.2 nA stands for the input
  /// from outside that starts the activity, as in GeNN's benchmark.
  public static func vogelsAbbott(
    _ precision: Precision = .float, scale: Double = 1, steps: Int = 10_000
  ) -> Experiment {
    let excitatory = max(1, Int((3200 * scale).rounded()))
    let inhibitory = max(1, Int((800 * scale).rounded()))
    let p = min(1, 80 / Double(excitatory + inhibitory))
    let neuron = NeuronModel.lif(
      capacitance: 0.2, timeConstant: 20, rest: -60, reset: -60, threshold: -50,
      offsetCurrent: 0.2, refractoryTime: 5, initialV: .uniform(min: -60, max: -50))
    let network = Network("vogels_abbott", dt: .milliseconds(0.1), precision: precision) {
      Population("E", count: excitatory, model: neuron)
      Population("I", count: inhibitory, model: neuron)
      for target in ["E", "I"] {
        Projection(
          "E\(target)", from: "E", to: target,
          connectivity: .fixedProbability(p, allowsSelf: target != "E"),
          weights: .staticPulse(constant: 0.004),
          postsynaptic: .expCond(timeConstant: 5, reversal: 0))
        Projection(
          "I\(target)", from: "I", to: target,
          connectivity: .fixedProbability(p, allowsSelf: target != "I"),
          weights: .staticPulse(constant: 0.051),
          postsynaptic: .expCond(timeConstant: 10, reversal: -80))
      }
    }
    return Experiment(
      network, steps: steps,
      shows: "irregular firing that keeps on, near 20 Hz in both populations",
      source:
        "T. P. Vogels, L. F. Abbott, J. Neurosci. 25 (2005) 10786; R. Brette et al., J. Comput. Neurosci. 23 (2007) 349, benchmark 1"
    )
  }
}
