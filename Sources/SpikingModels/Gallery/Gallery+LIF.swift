extension Gallery {
  /// Eleven LIF neurons with constant currents from 0.5 to 2.5 nA: the firing rate over the
  /// current.
  ///
  /// With R = 20 MΩ and a threshold 15 mV above rest, neurons below 0.75 nA stay silent. Above, the
  /// interval is the refractory time plus τ ln(R I / (R I − 15 mV)), rounded up to whole steps.
  /// `dt` is a power of two, so that counting down the refractory time is exact.
  public static func lifFrequencyCurve(_ precision: Precision = .float) -> Experiment {
    let currents = [0.5, 0.7, 0.9, 1.1, 1.3, 1.5, 1.7, 1.9, 2.1, 2.3, 2.5]
    return Experiment(
      Network("lif_frequency_curve", dt: .milliseconds(0.25), precision: precision) {
        Population("neurons", count: currents.count, model: .lif()) {
          DirectCurrent(each: currents)
        }
      },
      steps: 2000, shows: "no spikes below 0.75 nA, then a rate that rises with the current",
      source:
        "GeNN 5.4.0, NeuronModels::LIF; W. Gerstner et al., Neuronal Dynamics (2014), section 1.3"
    )
  }
}
