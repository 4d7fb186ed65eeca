extension CurrentSourceModel {
  /// A constant current, the same for all neurons.
  ///
  /// Source: GeNN 5.4.0, `CurrentSourceModels::DC`.
  ///
  /// - Parameter amplitude: in nA, or in the unit of the neuron model's `Isyn`.
  public static func dc(amplitude: Double) -> CurrentSourceModel {
    CurrentSourceModel("DC", injection: Snippet { "injectCurrent(amp);" }, builtIn: "DC") {
      Parameter("amp", amplitude, unit: "nA")
    }
  }

  /// A constant current of each neuron's own.
  ///
  /// - Parameter amplitudes: in nA, or in the unit of the neuron model's `Isyn`; one for each
  /// neuron.
  public static func dc(amplitudes: [Double]) -> CurrentSourceModel {
    CurrentSourceModel("DCEach", injection: Snippet { "injectCurrent(amp);" }) {
      Variable("amp", .values(amplitudes), access: .readOnly, unit: "nA")
    }
  }
}
