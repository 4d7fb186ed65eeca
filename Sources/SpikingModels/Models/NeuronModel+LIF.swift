extension NeuronModel {
  /// The leaky integrate-and-fire neuron: τ dV/dt = −(V − V_rest) + R (I_syn + I_offset), where
  /// R = τ / C, integrated exactly for a current that is constant during a step.
  ///
  /// Where V reaches the threshold, V becomes `reset`, and V stands still until the refractory time
  /// has been counted down, in steps of `dt`.
  ///
  /// Sources: GeNN 5.4.0, `NeuronModels::LIF`; S. Rotter, M. Diesmann, Exact digital simulation of
  /// time-invariant linear systems with applications to neuronal modeling, Biological Cybernetics
  /// 81 (1999) 381–402.
  ///
  /// - Parameters:
  ///   - capacitance: C, in nF.
  ///   - timeConstant: τ, in ms.
  ///   - rest: V without input, in mV.
  ///   - reset: V after a spike, in mV.
  ///   - threshold: V at which the neuron spikes, in mV.
  ///   - offsetCurrent: I_offset, in nA.
  ///   - refractoryTime: in ms.
  ///   - initialV: V at the start, in mV; the resting potential if not given.
  public static func lif(
    capacitance: Double = 1, timeConstant: Double = 20, rest: Double = -65, reset: Double = -65,
    threshold: Double = -50, offsetCurrent: Double = 0, refractoryTime: Double = 2,
    initialV: InitialValues? = nil
  ) -> NeuronModel {
    NeuronModel("LIF", builtIn: "LIF") {
      Parameter("C", capacitance, unit: "nF")
      Parameter("TauM", timeConstant, unit: "ms")
      Parameter("Vrest", rest, unit: "mV")
      Parameter("Vreset", reset, unit: "mV")
      Parameter("Vthresh", threshold, unit: "mV")
      Parameter("Ioffset", offsetCurrent, unit: "nA")
      Parameter("TauRefrac", refractoryTime, unit: "ms")
      DerivedParameter("ExpTC") { "exp(-dt / TauM)" }
      DerivedParameter("Rmembrane") { "TauM / C" }
      Variable("V", initialV ?? .constant(rest), unit: "mV")
      Variable("RefracTime", 0, unit: "ms")
      Simulation {
        """
        if (RefracTime <= 0.0) {
          const scalar target = ((Isyn + Ioffset) * Rmembrane) + Vrest;
          V = target - (ExpTC * (target - V));
        } else {
          RefracTime -= dt;
        }
        """
      }
      Threshold { "RefracTime <= 0.0 && V >= Vthresh" }
      Reset {
        "V = Vreset;"
        "RefracTime = TauRefrac;"
      }
    }
  }
}
