extension NeuronModel {
  /// Hodgkin–Huxley neurons after Traub and Miles: C dV/dt = −I_Na − I_K − I_leak + I_syn with
  /// I_Na = g_Na m³ h (V − E_Na), I_K = g_K n⁴ (V − E_K), I_leak = g_l (V − E_l), and for each gate
  /// y of m, h and n dy/dt = α_y (1 − y) − β_y y, where
  ///
  ///     α_m = 0.32 (−52 − V) / (exp((−52 − V) / 4) − 1)   β_m = 0.28 (V + 25) / (exp((V + 25) / 5) − 1)
  ///     α_h = 0.128 exp((−48 − V) / 18)                   β_h = 4 / (exp((−25 − V) / 5) + 1)
  ///     α_n = 0.032 (−50 − V) / (exp((−50 − V) / 5) − 1)  β_n = 0.5 exp((−55 − V) / 40)
  ///
  /// V is in mV, time in ms. A time step is integrated in 25 Euler steps, in each of which V moves
  /// last; where a rate is 0/0, its limit is taken. Each step that ends with V ≥ 0 mV is a spike.
  ///
  /// Sources: R. D. Traub, R. Miles, Neuronal Networks of the Hippocampus (1991); GeNN 5.4.0,
  /// `NeuronModels::TraubMiles`.
  ///
  /// - Parameters:
  ///   - sodium: g_Na, in µS.
  ///   - sodiumReversal: E_Na, in mV.
  ///   - potassium: g_K, in µS.
  ///   - potassiumReversal: E_K, in mV.
  ///   - leak: g_l, in µS.
  ///   - leakReversal: E_l, in mV.
  ///   - capacitance: C, in nF.
  ///   - initialV: V at the start, in mV.
  ///   - initialM: how far sodium channels are activated at the start, 0 to 1.
  ///   - initialH: how far sodium channels are not blocked at the start, 0 to 1.
  ///   - initialN: how far potassium channels are activated at the start, 0 to 1.
  public static func traubMiles(
    sodium: Double = 7.15, sodiumReversal: Double = 50, potassium: Double = 1.43,
    potassiumReversal: Double = -95, leak: Double = 0.02672, leakReversal: Double = -63.563,
    capacitance: Double = 0.143, initialV: InitialValues = -60,
    initialM: InitialValues = 0.0529324, initialH: InitialValues = 0.3176767,
    initialN: InitialValues = 0.5961207
  ) -> NeuronModel {
    NeuronModel("TraubMiles", builtIn: "TraubMiles") {
      Parameter("gNa", sodium, unit: "µS")
      Parameter("ENa", sodiumReversal, unit: "mV")
      Parameter("gK", potassium, unit: "µS")
      Parameter("EK", potassiumReversal, unit: "mV")
      Parameter("gl", leak, unit: "µS")
      Parameter("El", leakReversal, unit: "mV")
      Parameter("C", capacitance, unit: "nF")
      Variable("V", initialV, unit: "mV")
      Variable("m", initialM)
      Variable("h", initialH)
      Variable("n", initialN)
      Simulation {
        """
        const scalar step = dt / 25.0;
        for (unsigned int i = 0; i < 25; i++) {
          const scalar outward = m * m * m * h * gNa * (V - ENa) + n * n * n * n * gK * (V - EK)
              + gl * (V - El) - Isyn;
          const scalar am = (V == -52.0) ? 1.28 : 0.32 * (-52.0 - V) / (exp((-52.0 - V) / 4.0) - 1.0);
          const scalar bm = (V == -25.0) ? 1.4 : 0.28 * (V + 25.0) / (exp((V + 25.0) / 5.0) - 1.0);
          m += (am * (1.0 - m) - bm * m) * step;
          const scalar ah = 0.128 * exp((-48.0 - V) / 18.0);
          const scalar bh = 4.0 / (exp((-25.0 - V) / 5.0) + 1.0);
          h += (ah * (1.0 - h) - bh * h) * step;
          const scalar an = (V == -50.0) ? 0.16 : 0.032 * (-50.0 - V) / (exp((-50.0 - V) / 5.0) - 1.0);
          const scalar bn = 0.5 * exp((-55.0 - V) / 40.0);
          n += (an * (1.0 - n) - bn * n) * step;
          V += -outward / C * step;
        }
        """
      }
      Threshold { "V >= 0.0" }
    }
  }
}
