import Diagnostics
import KernelCompiler
import SpikingModels
import Verifier

extension KernelRunner.Run {
  /// Spikes and mean rate of each population.
  private func rates(
    _ layout: NetworkLayout, _ experiment: Experiment
  ) -> [(name: String, neurons: Int, spikes: Int, rate: Double)] {
    var counts = Array(repeating: 0, count: layout.network.populations.count)
    for spike in result.spikes { counts[spike.population] += 1 }
    let seconds = Double(experiment.steps) * experiment.network.dt.inMilliseconds / 1000
    return zip(layout.network.populations, counts).map { population, spikes in
      (
        population.name, population.count, spikes,
        Double(spikes) / Double(population.count) / seconds
      )
    }
  }

  func text(_ layout: NetworkLayout, _ experiment: Experiment) -> String {
    var table = TextTable(["population", "neurons", "spikes", "rate"])
    for row in rates(layout, experiment) {
      table.add([row.name, "\(row.neurons)", "\(row.spikes)", "\(thousandths(row.rate)) Hz"])
    }
    let synapses = layout.network.projections.indices.reduce(0) { $0 + layout.synapseCount($1) }
    return table.text
      + "\(experiment.network.name), \(experiment.steps) steps, \(synapses) synapses, by \(engine.rawValue): "
      + "compile \(thousandths(compile)) s, run \(thousandths(simulate)) s\n"
  }

  func json(_ layout: NetworkLayout, _ experiment: Experiment) -> JSONText {
    [
      "network": .string(experiment.network.name),
      "precision": .string(experiment.network.precision.rawValue),
      "engine": .string(engine.rawValue), "steps": .integer(experiment.steps),
      "populations": .array(
        rates(layout, experiment).map {
          [
            "name": .string($0.name), "neurons": .integer($0.neurons),
            "spikes": .integer($0.spikes), "rate_hz": .number($0.rate),
          ]
        }),
      "synapses": .integer(
        layout.network.projections.indices.reduce(0) { $0 + layout.synapseCount($1) }),
      "seconds": ["compile": .number(compile), "run": .number(simulate)],
    ]
  }
}

extension [KernelRunner.Comparison] {
  func text(_ layout: NetworkLayout, _ experiment: Experiment) -> String {
    var table = TextTable(["engine", "spikes", "outcome", "compile", "run", "remark"])
    for row in self {
      table.add([
        row.engine.rawValue, row.run.map { "\($0.result.spikes.count)" } ?? "–",
        row.outcome.inWords,
        row.run.map { "\(thousandths($0.compile)) s" } ?? "–",
        row.run.map { "\(thousandths($0.simulate)) s" } ?? "–", row.remark ?? "",
      ])
    }
    return
      "\(experiment.network.name), \(experiment.network.precision.rawValue), \(experiment.steps) steps\n"
      + table.text
  }

  func json(_ layout: NetworkLayout, _ experiment: Experiment) -> JSONText {
    [
      "network": .string(experiment.network.name),
      "precision": .string(experiment.network.precision.rawValue),
      "steps": .integer(experiment.steps),
      "engines": .array(
        map { row in
          [
            "engine": .string(row.engine.rawValue), "outcome": .string(row.outcome.rawValue),
            "spikes": row.run.map { .integer($0.result.spikes.count) } ?? .null,
            "compile_seconds": row.run.map { .number($0.compile) } ?? .null,
            "run_seconds": row.run.map { .number($0.simulate) } ?? .null,
            "remark": .optional(row.remark),
          ]
        }),
    ]
  }
}

extension KernelRunner.Comparison.Outcome {
  fileprivate var inWords: String { self == .first ? "is compared with" : rawValue }
}

/// With three digits behind the point.
func thousandths(_ number: Double) -> String {
  guard number.isFinite, number < 1e12 else { return "\(number)" }
  let whole = Int((Swift.max(0, number) * 1000).rounded())
  let digits = String(whole % 1000)
  return "\(whole / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
}
