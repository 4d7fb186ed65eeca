extension WeightUpdateModel {
  /// A weight of each synapse's own that never changes.
  ///
  /// Source: GeNN 5.4.0, `WeightUpdateModels::StaticPulse`.
  public static func staticPulse(_ weight: InitialValues) -> WeightUpdateModel {
    WeightUpdateModel("StaticPulse", builtIn: "StaticPulse") {
      Variable("g", weight, access: .readOnly)
      Code(.preSpikeSynapse) { "addToPost(g);" }
    }
  }

  /// One weight for all synapses.
  ///
  /// Source: GeNN 5.4.0, `WeightUpdateModels::StaticPulseConstantWeight`.
  public static func staticPulse(constant weight: Double) -> WeightUpdateModel {
    WeightUpdateModel("StaticPulseConstantWeight", builtIn: "StaticPulseConstantWeight") {
      Parameter("g", weight)
      Code(.preSpikeSynapse) { "addToPost(g);" }
    }
  }

  /// Weights that change additively with the time between the nearest spikes of both sides, within
  /// bounds: S. Song, K. D. Miller, L. F. Abbott, Nature Neuroscience 3 (2000) 919.
  ///
  /// Source: GeNN 5.4.0, `WeightUpdateModels::STDP`.
  ///
  /// - Parameters:
  ///   - tauPlus: of potentiation, in ms.
  ///   - tauMinus: of depression, in ms.
  ///   - plus: what a pair of spikes adds at most.
  ///   - minus: what a pair of spikes takes away at most.
  ///   - bounds: of the weight.
  ///   - weight: at the start.
  public static func stdp(
    tauPlus: Double, tauMinus: Double, plus: Double, minus: Double,
    bounds: ClosedRange<Double>, weight: InitialValues
  ) -> WeightUpdateModel {
    WeightUpdateModel("STDP", builtIn: "STDP") {
      Parameter("tauPlus", tauPlus, unit: "ms")
      Parameter("tauMinus", tauMinus, unit: "ms")
      Parameter("Aplus", plus)
      Parameter("Aminus", minus)
      Parameter("Wmin", bounds.lowerBound)
      Parameter("Wmax", bounds.upperBound)
      Variable("g", weight)
      Code(.preSpikeSynapse) {
        """
        addToPost(g);
        scalar dt = t - st_post;
        if (dt > 0) {
          scalar timing = exp(-dt / tauMinus);
          scalar newWeight = g - (Aminus * timing);
          g = fmax(Wmin, fmin(Wmax, newWeight));
        }
        """
      }
      Code(.postSpikeSynapse) {
        """
        scalar dt = t - st_pre;
        if (dt > 0) {
          scalar timing = exp(-dt / tauPlus);
          scalar newWeight = g + (Aplus * timing);
          g = fmax(Wmin, fmin(Wmax, newWeight));
        }
        """
      }
    }
  }
}
