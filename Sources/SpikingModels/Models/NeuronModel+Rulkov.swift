extension NeuronModel {
  /// Rulkov's map, in the form with one dimension: while V ≤ 0,
  /// V' = α V_spike² / (V_spike − V − β I_syn) + V_spike y; then V jumps to V_spike (α + y) for one
  /// step, which is the spike, and to −V_spike after it.
  ///
  /// It is a map, not an equation in time: it is meant for a step of 0.5 ms.
  ///
  /// Sources: N. F. Rulkov, Physical Review E 65 (2002) 041922; T. Nowotny, R. Huerta,
  /// H. D. I. Abarbanel, M. I. Rabinovich, Biological Cybernetics 93 (2005) 436; GeNN 5.4.0,
  /// `NeuronModels::RulkovMap`.
  ///
  /// - Parameters:
  ///   - amplitude: V_spike, in mV.
  ///   - shape: α, without unit.
  ///   - shift: y, without unit.
  ///   - inputResistance: β, in MΩ.
  ///   - initialV: V at the start, in mV.
  ///   - initialPrevious: V one step before the start, in mV.
  public static func rulkovMap(
    amplitude: Double = 60, shape: Double = 3, shift: Double = -2.468,
    inputResistance: Double = 0.0165, initialV: InitialValues = -60,
    initialPrevious: InitialValues = -60
  ) -> NeuronModel {
    NeuronModel("RulkovMap", builtIn: "RulkovMap") {
      Parameter("Vspike", amplitude, unit: "mV")
      Parameter("alpha", shape)
      Parameter("y", shift)
      Parameter("beta", inputResistance, unit: "MΩ")
      DerivedParameter("ip0") { "Vspike * Vspike * alpha" }
      DerivedParameter("ip1") { "Vspike * y" }
      DerivedParameter("ip2") { "(Vspike * alpha) + (Vspike * y)" }
      Variable("V", initialV, unit: "mV")
      Variable("preV", initialPrevious, unit: "mV")
      Simulation {
        """
        const scalar before = V;
        if (V <= 0) {
          V = ip0 / (Vspike - V - beta * Isyn) + ip1;
        } else if (V < ip2 && preV <= 0) {
          V = ip2;
        } else {
          V = -Vspike;
        }
        preV = before;
        """
      }
      Threshold { "V >= ip2" }
    }
  }
}
