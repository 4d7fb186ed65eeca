package import KernelCompiler

/// The first thing in which an engine's result is not the reference's: a spike, or if all spikes
/// are equal, a variable's last value.
package struct FirstDifference: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable {
    /// Only the reference has this spike.
    case missingSpike
    /// Only the engine has this spike.
    case extraSpike
    case lastValue
  }

  package var kind: Kind
  package var population: String
  package var neuron: Int
  /// Of a spike.
  package var step: Int?
  /// Whose last value differs, what the reference has, and what the engine has.
  package var variable: String?
  package var expected: String?
  package var found: String?

  /// Nil if both are equal, bit for bit.
  package init?(
    _ expected: SimulationResult, _ found: SimulationResult, in network: CheckedNetwork
  ) {
    let pairs = zip(expected.spikes, found.spikes)
    let same = pairs.prefix { $0 == $1 }.count
    let wanted = expected.spikes.dropFirst(same).first
    let other = found.spikes.dropFirst(same).first
    if let spike = [wanted, other].compactMap({ $0 }).min() {
      kind = spike == wanted ? .missingSpike : .extraSpike
      population = network.populations[spike.population].name
      neuron = spike.neuron
      step = spike.step
      return
    }
    for (column, other) in zip(expected.state, found.state) {
      let values = zip(column.values, other.values).enumerated()
      guard let (index, pair) = values.first(where: { !$1.0.isIdentical(to: $1.1) }) else {
        continue
      }
      kind = .lastValue
      (population, variable) = network.place(of: network.columns[column.column])
      neuron = index
      self.expected = pair.0.description
      self.found = pair.1.description
      return
    }
    return nil
  }

  package var inWords: String {
    let place = "neuron \(neuron) of '\(population)'"
    switch kind {
    case .missingSpike: return "\(place) has no spike in step \(step ?? 0)"
    case .extraSpike: return "\(place) has one spike too many, in step \(step ?? 0)"
    case .lastValue:
      return "\(variable ?? "") of \(place) ends as \(found ?? ""), expected \(expected ?? "")"
    }
  }
}
