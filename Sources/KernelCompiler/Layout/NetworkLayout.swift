import SpikingModels

/// A network with everything that is drawn before it runs: which neurons are connected, and what
/// variables start from. All engines get the same one.
package struct NetworkLayout: Hashable, Sendable {
  package let network: CheckedNetwork
  /// By projection; nil where synapses are not kept in rows.
  package let rows: [SynapseRows?]

  init(_ network: CheckedNetwork, rows: [SynapseRows?]) {
    self.network = network
    self.rows = rows
  }

  /// Draws the connectivity; the same network always gives the same layout.
  ///
  /// - Parameter drawsAll: else rows that the C++ program draws itself are left out, which is for
  ///   no other engine.
  package init(_ network: CheckedNetwork, drawsAll: Bool = true) {
    self.network = network
    rows = network.projections.map { projection in
      guard projection.layout == .sparse, drawsAll || !projection.isDrawnAgain else { return nil }
      return projection.builtRows
        ?? SynapseRows(
          projection.connectivity, sources: network.populations[projection.source].count,
          targets: network.populations[projection.target].count, seed: network.network.seed,
          group: projection.group)
    }
  }

  /// How many synapses a projection has; of a convolution, how many weights; where they are not
  /// drawn here, how many there are on average.
  package func synapseCount(_ projection: Int) -> Int {
    let checked = network.projections[projection]
    if let rows = rows[projection] { return rows.count }
    let (sources, targets) = (
      network.populations[checked.source].count, network.populations[checked.target].count
    )
    if checked.layout == .sparse {
      switch checked.connectivity {
      case .fixedProbability(let p, _):
        return Int((p * Double(sources) * Double(targets)).rounded())
      case .fixedNumberPost(let count): return sources * count
      default: break
      }
    }
    return checked.kernelSize ?? sources * targets
  }

  package func count(of column: Column) -> Int {
    switch column.extent {
    case .elements(let count): count
    case .synapses(let projection): synapseCount(projection)
    }
  }

  /// What a column starts from, number by number. Random real numbers are rounded to the column's
  /// type, others cut as C does it.
  package func startValues(_ column: Column) -> [Value] {
    switch column.start {
    case .constant(let value): return Array(repeating: value, count: count(of: column))
    case .values(let values): return values
    case .drawn(let start):
      var values: [Value] = []
      values.reserveCapacity(count(of: column))
      draw(start, column) { number in
        values.append((try? Value.double(number).converted(to: column.type)) ?? .zero(column.type))
      }
      return values
    }
  }

  /// Each neuron, and each row of synapses, has a stream of its own.
  func draw(_ start: VariableStart, _ column: Column, _ body: (Double) -> Void) {
    switch column.extent {
    case .elements(let count):
      for element in 0..<count { start.draw(1, element: element, body) }
    case .synapses(let projection):
      if let rows = rows[projection] {
        for row in 0..<rows.rowCount { start.draw(rows.row(row).count, element: row, body) }
      } else if network.projections[projection].layout == .toeplitz {
        start.draw(count(of: column), element: 0, body)
      } else {
        let targets = network.populations[network.projections[projection].target].count
        for row in 0..<network.populations[network.projections[projection].source].count {
          start.draw(targets, element: row, body)
        }
      }
    }
  }
}

extension CheckedProjection {
  /// How engines keep its synapses.
  package enum Layout: Hashable, Sendable {
    case dense
    case sparse
    case toeplitz
  }

  package var layout: Layout { Layout(connectivity, storage) }

  /// How many weights its synapses share, if they share any.
  var kernelSize: Int? {
    guard layout == .toeplitz, case .convolution(let convolution) = connectivity else { return nil }
    return convolution.weightCount
  }
}

extension CheckedProjection.Layout {
  fileprivate init(_ connectivity: Connectivity, _ storage: Connectivity.Storage) {
    switch (connectivity, storage) {
    case (.convolution, .automatic), (.convolution, .toeplitz): self = .toeplitz
    case (.dense, .automatic): self = .dense
    // Drawing synapses again for each spike gives the same as keeping them.
    default: self = .sparse
    }
  }
}

extension Projection {
  var layout: CheckedProjection.Layout { .init(connectivity, storage) }
}
