extension NeuronModel {
  /// Neurons that only spike, at random and independently of all others, with a mean rate.
  ///
  /// The time to the next spike is drawn from an exponential distribution and counted down in steps
  /// of 1, so that a fraction of a step is kept for the next interval.
  ///
  /// Source: GeNN 5.4.0, `NeuronModels::Poisson`.
  ///
  /// - Parameters:
  ///   - rate: in Hz.
  ///   - initialSteps: until the first spike, in time steps.
  public static func poisson(rate: Double, initialSteps: InitialValues = 0) -> NeuronModel {
    NeuronModel("Poisson", builtIn: "Poisson") {
      Parameter("rate", rate, unit: "Hz")
      DerivedParameter("isi") { "1000.0 / (rate * dt)" }
      Variable("timeStepToSpike", initialSteps)
      Simulation {
        """
        if (timeStepToSpike <= 0.0) {
          timeStepToSpike += isi * gennrand_exponential();
        }
        timeStepToSpike -= 1.0;
        """
      }
      Threshold { "timeStepToSpike <= 0.0" }
    }
  }

  /// Neurons that only spike, at given times.
  ///
  ///     Population("input", count: 2, model: .spikeSourceArray([[1, 5], [2.5]]))
  ///
  /// A neuron spikes in the first step whose time is not before the next one of its times, once a
  /// step.
  ///
  /// Source: GeNN 5.4.0, `NeuronModels::SpikeSourceArray`.
  ///
  /// - Parameter times: in ms, one list for each neuron, in any order.
  public static func spikeSourceArray(_ times: [[Double]]) -> NeuronModel {
    var ends: [Double] = []
    var count = 0
    for list in times {
      count += list.count
      ends.append(Double(count))
    }
    let starts = zip(ends, times).map { $0 - Double($1.count) }
    return NeuronModel("SpikeSourceArray", builtIn: "SpikeSourceArray") {
      Variable("startSpike", .values(starts), type: "unsigned int")
      Variable("endSpike", .values(ends), type: "unsigned int", access: .readOnly)
      ExtraGlobalParameter("spikeTimes", times.flatMap { $0.sorted() }, unit: "ms")
      Threshold { "startSpike != endSpike && t >= spikeTimes[startSpike]" }
      Reset { "startSpike++;" }
    }
  }
}
