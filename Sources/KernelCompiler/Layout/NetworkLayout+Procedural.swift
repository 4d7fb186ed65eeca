import SpikingModels

extension CheckedProjection {
  /// Whether the C++ program draws a row's synapses anew for each spike instead of keeping them.
  ///
  /// That needs rows that can be drawn one by one, and code that asks neither for a synapse's number
  /// nor for synapses by their targets. The order in which a neuron's synapses are drawn then has no
  /// influence: all that differ lead to different neurons.
  package var isDrawnAgain: Bool {
    guard storage == .procedural, !addsToPre else { return false }
    switch connectivity {
    case .fixedProbability, .fixedNumberPost: break
    default: return false
    }
    let moments: Set<WeightUpdateModel.Moment> = [.preSpikeSynapse, .preEventSynapse]
    return synapseCode.allSatisfy { moment, snippet in
      moments.contains(moment)
        && snippet.use.builtIns.isDisjoint(with: [.synapse, .kernel])
        && !snippet.use.slots.contains { snippet.context.slots[$0].site == .own }
    }
  }
}

extension NetworkLayout {
  /// The same without the rows that the C++ program draws itself.
  package var drawingAgain: NetworkLayout {
    NetworkLayout(
      network,
      rows: zip(network.projections, rows).map { $0.isDrawnAgain ? nil : $1 })
  }
}
