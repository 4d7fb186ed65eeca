extension NeuronModel {
  /// Izhikevich's simple model of a spiking neuron: dV/dt = 0.04 V² + 5 V + 140 − U + I,
  /// dU/dt = a (b V − U); where V reaches 30 mV, V becomes c and U grows by d.
  ///
  /// The arithmetic is that of GeNN, operation by operation: the reset of the last spike comes
  /// first, then two half steps of V, one step of U, and V is cut at 30 mV; V ≥ 29.99 mV is a
  /// spike. With a step of 1 ms the map is chaotic, so only equal arithmetic gives equal spikes.
  ///
  /// Sources: E. M. Izhikevich, Simple model of spiking neurons, IEEE Transactions on Neural
  /// Networks 14 (2003) 1569–1572; GeNN 5.4.0, `NeuronModels::Izhikevich`.
  ///
  /// - Parameters:
  ///   - a: rate of the recovery variable U, in 1/ms.
  ///   - b: sensitivity of U to V, without unit.
  ///   - c: V after a spike, in mV.
  ///   - d: what a spike adds to U, in mV/ms.
  ///   - initialV: V at the start, in mV.
  ///   - initialU: U at the start, in mV/ms.
  public static func izhikevich(
    a: Double, b: Double, c: Double, d: Double, initialV: InitialValues = -65,
    initialU: InitialValues = -20
  ) -> NeuronModel {
    NeuronModel("Izhikevich", builtIn: "Izhikevich") {
      Parameter("a", a, unit: "1/ms")
      Parameter("b", b)
      Parameter("c", c, unit: "mV")
      Parameter("d", d, unit: "mV/ms")
      Variable("V", initialV, unit: "mV")
      Variable("U", initialU, unit: "mV/ms")
      izhikevichStep
      Threshold { "V >= 29.99" }
    }
  }

  /// Izhikevich's model with numbers of each neuron's own; see `izhikevich(a:b:c:d:)`.
  ///
  /// Source: GeNN 5.4.0, `NeuronModels::IzhikevichVariable`.
  ///
  /// - Parameters:
  ///   - a: rate of the recovery variable U, in 1/ms.
  ///   - b: sensitivity of U to V, without unit.
  ///   - c: V after a spike, in mV.
  ///   - d: what a spike adds to U, in mV/ms.
  ///   - initialV: V at the start, in mV.
  ///   - initialU: U at the start, in mV/ms.
  public static func izhikevichVariable(
    a: InitialValues, b: InitialValues, c: InitialValues, d: InitialValues,
    initialV: InitialValues = -65, initialU: InitialValues = -20
  ) -> NeuronModel {
    NeuronModel("IzhikevichVariable", builtIn: "IzhikevichVariable") {
      Variable("V", initialV, unit: "mV")
      Variable("U", initialU, unit: "mV/ms")
      Variable("a", a, access: .readOnly, unit: "1/ms")
      Variable("b", b, access: .readOnly)
      Variable("c", c, access: .readOnly, unit: "mV")
      Variable("d", d, access: .readOnly, unit: "mV/ms")
      izhikevichStep
      Threshold { "V >= 29.99" }
    }
  }

  /// The reset of the last spike, two half steps of V, one of U.
  private static var izhikevichStep: Simulation {
    Simulation {
      "if (V >= 30.0) { V = c; U += d; }"
      "V += 0.5 * (0.04 * V * V + 5.0 * V + 140.0 - U + Isyn) * dt;"
      "V += 0.5 * (0.04 * V * V + 5.0 * V + 140.0 - U + Isyn) * dt;"
      "U += a * (b * V - U) * dt;"
      "if (V > 30.0) { V = 30.0; }"
    }
  }
}
