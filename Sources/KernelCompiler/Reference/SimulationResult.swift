/// What a network did: the same for every engine, and compared between them.
package struct SimulationResult: Hashable, Sendable {
  /// In order of time, then population, then neuron.
  package var spikes: [Spike]
  /// The last values of everything that snippets may write, column by column.
  package var state: [StateColumn]

  package init(spikes: [Spike], state: [StateColumn]) {
    self.spikes = spikes
    self.state = state
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

/// One variable of one population or of one of its current sources, neuron by neuron.
package struct StateColumn: Hashable, Sendable {
  package var population: Int
  /// The current source that the variable belongs to; nil for the neurons' own.
  package var source: String?
  package var variable: String
  package var type: NumericType
  package var values: [Value]

  /// `V`, or `current.amp` for a current source's.
  package var label: String { source.map { "\($0).\(variable)" } ?? variable }
}
