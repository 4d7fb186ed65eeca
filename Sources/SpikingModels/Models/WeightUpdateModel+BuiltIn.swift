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

  /// A weight and a dendritic delay of each synapse's own that never change. The projection must say
  /// `mostDendriticSteps`.
  ///
  /// Source: GeNN 5.4.0, `WeightUpdateModels::StaticPulseDendriticDelay`.
  ///
  /// - Parameters:
  ///   - weight: in the postsynaptic model's unit.
  ///   - delay: in time steps, 0 to 255.
  public static func staticPulse(
    _ weight: InitialValues, dendriticDelay delay: InitialValues
  ) -> WeightUpdateModel {
    WeightUpdateModel("StaticPulseDendriticDelay", builtIn: "StaticPulseDendriticDelay") {
      Variable("g", weight, access: .readOnly)
      Variable("d", delay, type: "uint8_t", access: .readOnly)
      Code(.preSpikeSynapse) { "addToPostDelay(g, d);" }
    }
  }

  /// A graded synapse: while the presynaptic V is above a threshold,
  /// max(0, g tanh((V_pre − E_pre) / V_slope) dt) arrives in each step.
  ///
  /// GeNN's own model of that name can't be used: it names its reference `V` and then reads `V_pre`,
  /// so its code does not compile. Hence this one has no `builtIn`.
  ///
  /// Source: GeNN 5.4.0, `WeightUpdateModels::StaticGraded`.
  ///
  /// - Parameters:
  ///   - weight: g, in the postsynaptic model's unit.
  ///   - threshold: E_pre, in mV.
  ///   - slope: V_slope, in mV.
  public static func staticGraded(
    _ weight: InitialValues, threshold: Double, slope: Double
  ) -> WeightUpdateModel {
    WeightUpdateModel("StaticGraded") {
      Parameter("Epre", threshold, unit: "mV")
      Parameter("Vslope", slope, unit: "mV")
      Variable("g", weight, access: .readOnly)
      Presynaptic(VariableReference("V"))
      Code(.preEventThreshold) { "V > Epre" }
      Code(.preEventSynapse) {
        "addToPost(fmax(0.0, g * tanh((V - Epre) / Vslope) * dt));"
      }
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
