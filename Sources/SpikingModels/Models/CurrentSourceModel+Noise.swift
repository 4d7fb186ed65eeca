extension CurrentSourceModel {
  /// Noise that is drawn anew in each step, from a normal distribution.
  ///
  /// It does not scale with the time step: white noise of a given power needs `sd` ∝ 1/√dt.
  ///
  /// Source: GeNN 5.4.0, `CurrentSourceModels::GaussianNoise`.
  ///
  /// - Parameters:
  ///   - mean: in nA, or in the unit of the neuron model's `Isyn`.
  ///   - sd: the standard deviation, in the same unit.
  public static func gaussianNoise(mean: Double = 0, sd: Double) -> CurrentSourceModel {
    CurrentSourceModel(
      "GaussianNoise", injection: Snippet { "injectCurrent(mean + (gennrand_normal() * sd));" },
      builtIn: "GaussianNoise"
    ) {
      Parameter("mean", mean, unit: "nA")
      Parameter("sd", sd, unit: "nA")
    }
  }

  /// The current of Poisson spikes of the neuron's own through a synapse that decays exponentially:
  /// a cheap stand-in for a Poisson population connected one to one.
  ///
  /// The number of a step's spikes is how many uniform numbers can be multiplied before the product
  /// falls to exp(−λ dt): D. E. Knuth, The Art of Computer Programming, volume 2, section 3.4.1.
  ///
  /// Source: GeNN 5.4.0, `CurrentSourceModels::PoissonExp`.
  ///
  /// - Parameters:
  ///   - weight: of a spike, in nA.
  ///   - timeConstant: of the decay, in ms.
  ///   - rate: of the spikes, in Hz.
  ///   - initialCurrent: in nA.
  public static func poissonExp(
    weight: Double, timeConstant: Double, rate: Double, initialCurrent: InitialValues = 0
  ) -> CurrentSourceModel {
    CurrentSourceModel(
      "PoissonExp",
      injection: Snippet {
        """
        unsigned int spikes = 0;
        scalar p = gennrand_uniform();
        while (p > ExpMinusLambda) {
          spikes++;
          p *= gennrand_uniform();
        }
        current += Init * (scalar)spikes;
        injectCurrent(current);
        current *= ExpDecay;
        """
      }, builtIn: "PoissonExp"
    ) {
      Parameter("weight", weight, unit: "nA")
      Parameter("tauSyn", timeConstant, unit: "ms")
      Parameter("rate", rate, unit: "Hz")
      DerivedParameter("ExpDecay") { "exp(-dt / tauSyn)" }
      DerivedParameter("Init") { "weight * (1.0 - exp(-dt / tauSyn)) * (tauSyn / dt)" }
      DerivedParameter("ExpMinusLambda") { "exp(-(rate / 1000.0) * dt)" }
      Variable("current", initialCurrent, unit: "nA")
    }
  }
}
