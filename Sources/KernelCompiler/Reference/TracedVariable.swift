/// One neuron's number whose value is kept after each step.
package struct TracedVariable: Hashable, Sendable {
  /// Its index among the network's columns.
  package var column: Int
  package var neuron: Int

  package init(column: Int, neuron: Int) {
    self.column = column
    self.neuron = neuron
  }
}

extension CheckedNetwork {
  /// Columns of neurons whose values engines can trace.
  package var traceableColumns: [Int] {
    reportedColumns.filter {
      if case .elements = columns[$0].extent { !columns[$0].isUnused } else { false }
    }
  }

  /// The traceable column of a population's or projection's variable.
  package func traceableColumn(_ name: String, of group: String) -> Int? {
    traceableColumns.first { place(of: columns[$0]) == (group, name) }
  }

  /// How many neurons a traceable column has numbers for.
  package func neuronCount(_ column: Int) -> Int {
    if case .elements(let count) = columns[column].extent { count } else { 0 }
  }
}
