extension Gallery {
  /// The cortical microcircuit: eight populations in four layers, with the cells and synapses under
  /// one square millimetre of cortex at full scale (77,169 neurons, some 0.3 billion synapses).
  ///
  /// Scaling by `scale` takes that share of the neurons and of each neuron's synapses, makes weights
  /// larger by 1/√scale, and replaces the mean of what is missing by a constant current.
  public static func microcircuit(
    _ precision: Precision = .float, scale: Double = 0.01, steps: Int = 1000
  ) -> Experiment {
    let full = Microcircuit()
    let longest = 44
    let network = Network("microcircuit", dt: .milliseconds(0.1), precision: precision) {
      for target in full.names.indices {
        Population(
          full.populationName(target), count: full.count(target, scale),
          model: .lif(
            capacitance: 0.25, timeConstant: 10, rest: -65, reset: -65, threshold: -50,
            offsetCurrent: 0.001 * 0.5 * (1 - scale.squareRoot()) * full.meanInput(target),
            refractoryTime: 2, initialV: .normal(mean: -58, sd: 5))
        ) {
          CurrentSource(
            "poisson",
            model: .poissonExp(
              weight: full.weight / scale.squareRoot(), timeConstant: 0.5,
              rate: full.externalInputs[target] * scale * full.backgroundRate))
        }
      }
      for target in full.names.indices {
        for source in full.names.indices where full.synapses(source, target, scale) > 0 {
          let mean = full.meanWeight(source, target) / scale.squareRoot()
          let sd = abs(mean) * full.relativeDeviation(source, target)
          let isExcitatory = source % 2 == 0
          Projection(
            "\(full.populationName(source))_\(full.populationName(target))",
            from: full.populationName(source), to: full.populationName(target),
            connectivity: .fixedNumberTotal(full.synapses(source, target, scale)),
            weights: .staticPulse(
              isExcitatory
                ? .normalClipped(mean: mean, sd: sd, min: 0, max: 1000)
                : .normalClipped(mean: mean, sd: sd, min: -1000, max: 0),
              dendriticDelay: isExcitatory
                ? .normalClippedDelay(mean: 1.5, sd: 0.75, min: 0, max: 4.289)
                : .normalClippedDelay(mean: 0.75, sd: 0.375, min: 0, max: 2.145)),
            postsynaptic: .expCurr(timeConstant: 0.5), mostDendriticSteps: longest)
        }
      }
    }
    return Experiment(
      network, steps: steps, criterion: .rates,
      shows: "asynchronous irregular firing, lowest in layer 2/3 and 6 excitatory cells",
      source:
        "T. C. Potjans, M. Diesmann, The cell-type specific cortical microcircuit, Cerebral Cortex 24 (2014) 785"
    )
  }
}

/// The numbers of Potjans and Diesmann's tables 4 and 5.
private struct Microcircuit {
  let names = ["23E", "23I", "4E", "4I", "5E", "5I", "6E", "6I"]
  let counts = [20683.0, 5834, 21915, 5479, 4850, 1065, 14395, 2948]
  let externalInputs = [1600.0, 1500, 2100, 1900, 2000, 1900, 2900, 2100]
  /// In Hz, of the full network.
  let meanRates = [0.971, 2.868, 4.746, 5.396, 8.142, 9.078, 0.991, 7.523]
  /// In Hz, of each external input.
  let backgroundRate = 8.0
  /// In nA.
  let weight = 0.0878
  /// By target and source: that a pair has at least one synapse.
  let probabilities = [
    [0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0.0, 0.0076, 0.0],
    [0.1346, 0.1371, 0.0316, 0.0515, 0.0755, 0.0, 0.0042, 0.0],
    [0.0077, 0.0059, 0.0497, 0.135, 0.0067, 0.0003, 0.0453, 0.0],
    [0.0691, 0.0029, 0.0794, 0.1597, 0.0033, 0.0, 0.1057, 0.0],
    [0.1004, 0.0622, 0.0505, 0.0057, 0.0831, 0.3726, 0.0204, 0.0],
    [0.0548, 0.0269, 0.0257, 0.0022, 0.06, 0.3158, 0.0086, 0.0],
    [0.0156, 0.0066, 0.0211, 0.0166, 0.0572, 0.0197, 0.0396, 0.2252],
    [0.0364, 0.001, 0.0034, 0.0005, 0.0277, 0.008, 0.0658, 0.1443],
  ]

  func populationName(_ index: Int) -> String { "L\(names[index])" }

  func count(_ index: Int, _ scale: Double) -> Int {
    max(1, Int((scale * counts[index]).rounded()))
  }

  /// Synapses onto a neuron from a population of the full network: ln(1 − p) over the logarithm of
  /// one synapse missing a given pair, which is close to −1 over the number of pairs.
  func inputs(_ source: Int, _ target: Int) -> Double {
    let pairs = counts[source] * counts[target]
    let p = probabilities[target][source]
    return (Self.logarithmOfRest(p) / Self.logarithmOfRest(1 / pairs)).rounded() / counts[target]
  }

  /// ln(1 − x) by its series, so that this target needs no mathematical library.
  private static func logarithmOfRest(_ x: Double) -> Double {
    var (sum, power) = (0.0, 1.0)
    for n in 1...60 {
      power *= x
      sum -= power / Double(n)
    }
    return sum
  }

  func synapses(_ source: Int, _ target: Int, _ scale: Double) -> Int {
    Int((inputs(source, target) * scale * Double(count(target, scale))).rounded())
  }

  func meanWeight(_ source: Int, _ target: Int) -> Double {
    if source % 2 == 1 { return -4 * weight }
    // From layer 4 to the excitatory cells of layer 2/3.
    return source == 2 && target == 0 ? 2 * weight : weight
  }

  func relativeDeviation(_ source: Int, _ target: Int) -> Double {
    source == 2 && target == 0 ? 0.05 : 0.1
  }

  /// What a neuron of the full network gets on average, in nA Hz.
  func meanInput(_ target: Int) -> Double {
    names.indices.reduce(weight * externalInputs[target] * backgroundRate) { sum, source in
      sum + meanWeight(source, target) * inputs(source, target) * meanRates[source]
    }
  }
}
