package import Diagnostics
import SpikingModels

/// Simulates a network in Swift, neuron by neuron and synapse by synapse, in the order that GeNN's
/// generated code follows: first all synapses, then all neurons.
///
/// This is what the other engines are compared with, so it does nothing cleverly.
package struct ReferenceEngine {
  let layout: NetworkLayout
  let network: CheckedNetwork
  /// By column; nothing for columns that nobody asks for.
  var columns: [[Value]]
  /// By column, for columns whose old values are asked for: a ring of copies.
  var history: [Int: [[Value]]] = [:]
  /// What arrived at each postsynaptic neuron, by projection.
  var arrived: [[Value]]
  /// What goes back to each presynaptic neuron, by projection.
  var returned: [[Value]]
  /// What arrives later, by projection: a ring.
  var onDendrites: [[[Value]]]
  /// Neurons that spiked, by population: a ring.
  var spikes: [[[Int]]]
  /// Neurons that had an event, by projection: a ring.
  var preEvents: [[[Int]]]
  var postEvents: [[[Int]]]
  /// By projection; empty where nothing happens upon postsynaptic spikes.
  var synapsesOnto: [(starts: [Int], synapses: [Int])]
  /// The presynaptic neuron of each synapse, by projection.
  var origins: [[Int]]
  /// Arrays of each group, which its snippets may write.
  var arrays: [Int: [[Value]]] = [:]
  var record: [Spike] = []
  var step = 0

  /// More than this takes too long to interpret.
  static let mostElements = 1_000_000

  /// Runs the network; where C would leave a result undefined or a variable stops being a finite
  /// number, that is a finding with population, neuron and time.
  package static func run(
    _ network: CheckedNetwork, steps: Int
  ) throws(Diagnostic) -> SimulationResult {
    try run(NetworkLayout(network), steps: steps)
  }

  /// Runs a network whose random parts have been drawn.
  package static func run(
    _ layout: NetworkLayout, steps: Int, tracing traced: [TracedVariable] = []
  ) throws(Diagnostic) -> SimulationResult {
    let network = layout.network
    let place = SourceLocation(network.network.place)
    let neurons = network.populations.reduce(0) { $0 + $1.count }
    guard neurons <= mostElements else { throw .tooLarge(neurons, "neurons", at: place) }
    let synapses = network.projections.indices.reduce(0) { $0 + layout.synapseCount($1) }
    guard synapses <= mostElements else { throw .tooLarge(synapses, "synapses", at: place) }
    var engine = ReferenceEngine(layout)
    var traces = traced.map { _ in [Double]() }
    for step in 0..<max(0, steps) {
      try engine.advance(step)
      for (index, variable) in traced.enumerated() {
        traces[index].append(engine.columns[variable.column][variable.neuron].asDouble)
      }
    }
    return SimulationResult(
      spikes: engine.record,
      state: network.reportedColumns.map {
        StateColumn(column: $0, values: engine.columns[$0])
      }, traces: traces)
  }

  private init(_ layout: NetworkLayout) {
    self.layout = layout
    network = layout.network
    let network = layout.network
    columns = network.columns.map { $0.isUnused ? [] : layout.startValues($0) }
    for (index, column) in network.columns.enumerated() where column.oldest > 0 {
      history[index] = Array(repeating: columns[index], count: column.oldest + 1)
    }
    func zeros(_ population: Int) -> [Value] {
      Array(repeating: .zero(network.scalar), count: network.populations[population].count)
    }
    arrived = network.projections.map { zeros($0.target) }
    returned = network.projections.map { $0.addsToPre ? zeros($0.source) : [] }
    onDendrites = network.projections.map {
      Array(repeating: zeros($0.target), count: $0.dendriticSlots)
    }
    spikes = network.populations.map { Array(repeating: [], count: $0.spikeSlots) }
    preEvents = network.projections.map { Array(repeating: [], count: $0.axonalDelay + 1) }
    postEvents = network.projections.map {
      Array(repeating: [], count: $0.backPropagationDelay + 1)
    }
    synapsesOnto = zip(network.projections, layout.rows).map { projection, rows in
      rows?.columns(count: network.populations[projection.target].count) ?? ([], [])
    }
    origins = layout.rows.map { rows in
      guard let rows else { return [] }
      return (0..<rows.rowCount).flatMap { row in rows.row(row).map { _ in row } }
    }
  }

  private mutating func advance(_ step: Int) throws(Diagnostic) {
    self.step = step
    for projection in network.projections.indices { try updateSynapses(projection) }
    for population in network.populations.indices { try updateNeurons(population) }
    for column in history.keys {
      history[column]?[step % (network.columns[column].oldest + 1)] = columns[column]
    }
    for update in network.customUpdates where (step + 1) % update.interval == 0 {
      self.step = step + 1
      try run(update)
    }
  }

  /// The ring's entry of so many steps before the last one; empty before the start.
  func entry<Element>(_ ring: [[Element]], _ delay: Int) -> [Element] {
    step < delay + 1 ? [] : ring[(step - 1 - delay) % ring.count]
  }
}
