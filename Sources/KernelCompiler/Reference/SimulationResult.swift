/// What a network did: the same for every engine, and compared between them.
package struct SimulationResult: Hashable, Sendable {
  /// In order of time, then population, then neuron.
  package var spikes: [Spike]
  /// The last values of everything that snippets may write, column by column.
  package var state: [StateColumn]
  /// What was asked to be traced, after each step.
  package var traces: [[Double]]
  /// Seconds for preparing and for running, where the engine measures them itself.
  package var seconds: Seconds?

  /// How long an engine took.
  package struct Seconds: Hashable, Sendable {
    package var setUp: Double
    package var run: Double

    package init(setUp: Double, run: Double) {
      self.setUp = setUp
      self.run = run
    }
  }

  package init(
    spikes: [Spike], state: [StateColumn], traces: [[Double]] = [], seconds: Seconds? = nil
  ) {
    self.spikes = spikes
    self.state = state
    self.traces = traces
    self.seconds = seconds
  }
}

/// A neuron's spike: in step `step`, that is at the time `step * dt`.
package struct Spike: Hashable, Sendable, Comparable {
  package var step: Int
  package var population: Int
  package var neuron: Int

  package init(step: Int, population: Int, neuron: Int) {
    self.step = step
    self.population = population
    self.neuron = neuron
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.step, a.population, a.neuron) < (b.step, b.population, b.neuron)
  }
}

/// One variable of a group, neuron by neuron or synapse by synapse.
package struct StateColumn: Hashable, Sendable {
  /// Its index among the network's columns.
  package var column: Int
  package var values: [Value]

  package init(column: Int, values: [Value]) {
    self.column = column
    self.values = values
  }
}

extension CheckedNetwork {
  /// The columns whose last values are part of a result.
  package var reportedColumns: [Int] {
    columns.indices.filter { columns[$0].isReported && !columns[$0].isReadOnly }
  }
}
