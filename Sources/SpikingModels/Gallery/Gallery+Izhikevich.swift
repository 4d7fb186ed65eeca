extension Gallery {
  /// Four cortical excitatory neurons under a constant current of 10: single spikes, first fast,
  /// then at some 20 Hz; 21 spikes a neuron in 1000 ms.
  public static func izhikevichRegularSpiking(
    _ precision: Precision = .float, count: Int = 4
  ) -> Experiment {
    Experiment(
      izhikevich("izhikevich_regular_spiking", c: -65, d: 8, count: count, precision),
      steps: 1000, shows: "single spikes that slow down to an even rate (adaptation)",
      source: izhikevich2003 + ", figure 2, RS")
  }

  /// Intrinsically bursting neurons: one burst, then single spikes.
  public static func izhikevichBursting(
    _ precision: Precision = .float, count: Int = 4
  ) -> Experiment {
    Experiment(
      izhikevich("izhikevich_bursting", c: -55, d: 4, count: count, precision),
      steps: 1000, shows: "a burst at the start, single spikes after it",
      source: izhikevich2003 + ", figure 2, IB")
  }

  /// Chattering neurons: bursts of closely spaced spikes, again and again.
  public static func izhikevichChattering(
    _ precision: Precision = .float, count: Int = 4
  ) -> Experiment {
    Experiment(
      izhikevich("izhikevich_chattering", c: -50, d: 2, count: count, precision),
      steps: 1000, shows: "bursts of closely spaced spikes with pauses between them",
      source: izhikevich2003 + ", figure 2, CH")
  }

  private static let izhikevich2003 =
    "E. M. Izhikevich, Simple model of spiking neurons, IEEE Trans. Neural Networks 14 (2003) 1569"

  private static func izhikevich(
    _ name: String, c: Double, d: Double, count: Int, _ precision: Precision
  ) -> Network {
    Network(name, dt: .milliseconds(1), precision: precision) {
      Population("neurons", count: count, model: .izhikevich(a: 0.02, b: 0.2, c: c, d: d)) {
        DirectCurrent(10)
      }
    }
  }
}
