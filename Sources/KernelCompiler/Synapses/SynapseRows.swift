/// Which postsynaptic neurons each presynaptic neuron is connected to, row after row, in ascending
/// order within a row.
package struct SynapseRows: Hashable, Sendable {
  /// Where each row begins in `targets`; one more entry than rows.
  package private(set) var starts: [Int] = [0]
  /// Postsynaptic neurons.
  package private(set) var targets: [UInt32] = []

  package var rowCount: Int { starts.count - 1 }
  package var count: Int { targets.count }

  init(capacity: Int = 0) { targets.reserveCapacity(capacity) }

  package func row(_ source: Int) -> Range<Int> { starts[source]..<starts[source + 1] }

  mutating func add(row: some Sequence<UInt32>) {
    targets.append(contentsOf: row)
    starts.append(targets.count)
  }

  /// For each postsynaptic neuron its synapses, as indices into `targets`, in ascending order of
  /// the presynaptic neuron.
  package func columns(count: Int) -> (starts: [Int], synapses: [Int]) {
    var starts = Array(repeating: 0, count: count + 1)
    for target in targets { starts[Int(target) + 1] += 1 }
    for column in 0..<count { starts[column + 1] += starts[column] }
    var next = starts
    var synapses = Array(repeating: 0, count: targets.count)
    for (synapse, target) in targets.enumerated() {
      synapses[next[Int(target)]] = synapse
      next[Int(target)] += 1
    }
    return (starts, synapses)
  }
}
