import Diagnostics
import SpikingModels

extension ReferenceEngine {
  /// All that happens at the synapses of a projection in one step, in GeNN's order.
  mutating func updateSynapses(_ index: Int) throws(Diagnostic) {
    let projection = network.projections[index]
    if let snippet = projection.synapseCode[.synapseDynamics] {
      for pre in 0..<network.populations[projection.source].count {
        try eachSynapse(of: pre, index) { engine, synapse, post throws(Diagnostic) in
          try engine.run(snippet, index, pre, post, synapse)
        }
      }
    }
    try run(.preEventSynapse, entry(preEvents[index], projection.axonalDelay), index)
    try run(
      .preSpikeSynapse, entry(spikes[projection.source], projection.axonalDelay), index)
    try runOnto(
      .postEventSynapse, entry(postEvents[index], projection.backPropagationDelay), index)
    try runOnto(
      .postSpikeSynapse, entry(spikes[projection.target], projection.backPropagationDelay), index)
  }

  /// Code for each synapse of some presynaptic neurons.
  private mutating func run(
    _ moment: WeightUpdateModel.Moment, _ neurons: [Int], _ index: Int
  ) throws(Diagnostic) {
    guard let snippet = network.projections[index].synapseCode[moment] else { return }
    if case .convolution(let convolution) = network.projections[index].connectivity,
      network.projections[index].layout == .toeplitz
    {
      // All spikes go along one diagonal before the next one.
      for diagonal in 0..<convolution.diagonalCount {
        for pre in neurons {
          guard let end = convolution.synapse(from: pre, diagonal: diagonal) else { continue }
          try run(snippet, index, pre, end.target, end.weight)
        }
      }
      return
    }
    for pre in neurons {
      try eachSynapse(of: pre, index) { engine, synapse, post throws(Diagnostic) in
        try engine.run(snippet, index, pre, post, synapse)
      }
    }
  }

  /// Code for each synapse onto some postsynaptic neurons.
  private mutating func runOnto(
    _ moment: WeightUpdateModel.Moment, _ neurons: [Int], _ index: Int
  ) throws(Diagnostic) {
    guard let snippet = network.projections[index].synapseCode[moment] else { return }
    let projection = network.projections[index]
    for post in neurons {
      if projection.layout == .sparse {
        let (starts, synapses) = synapsesOnto[index]
        for synapse in synapses[starts[post]..<starts[post + 1]] {
          try run(snippet, index, origins[index][synapse], post, synapse)
        }
      } else {
        let count = network.populations[projection.target].count
        for pre in 0..<network.populations[projection.source].count {
          try run(snippet, index, pre, post, pre * count + post)
        }
      }
    }
  }

  private mutating func eachSynapse(
    of pre: Int, _ index: Int,
    _ body: (inout ReferenceEngine, _ synapse: Int, _ post: Int) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if let rows = layout.rows[index] {
      for synapse in rows.row(pre) { try body(&self, synapse, Int(rows.targets[synapse])) }
    } else {
      let count = network.populations[network.projections[index].target].count
      for post in 0..<count { try body(&self, pre * count + post, post) }
    }
  }

  private mutating func run(
    _ snippet: CheckedSnippet, _ index: Int, _ pre: Int, _ post: Int, _ synapse: Int
  ) throws(Diagnostic) {
    let projection = network.projections[index]
    let (source, target) = (
      network.populations[projection.source], network.populations[projection.target]
    )
    let outputs = try run(
      snippet, Elements(own: synapse, pre: pre, post: post), count: 0,
      { "the synapse from \(pre) to \(post) of '\(projection.name)'" },
      prepare: { frame in
        func set(_ name: BuiltIn, _ number: Int) {
          frame.builtIns[name] = .integer(Int128(number), .uint32)
        }
        set(.pre, pre)
        set(.post, post)
        set(.synapse, synapse)
        set(.kernel, synapse)
        set(.preCount, source.count)
        set(.postCount, target.count)
      }
    ).outputs
    for output in outputs { apply(output.function, output.arguments, index, pre, post) }
  }

  private mutating func apply(
    _ function: OutputFunction, _ arguments: [Value], _ index: Int, _ pre: Int, _ post: Int
  ) {
    switch function {
    case .addToPost: arrived[index][post] = sum(arrived[index][post], arguments[0])
    case .addToPre: returned[index][pre] = sum(returned[index][pre], arguments[0])
    case .addToPostDelay:
      let ring = onDendrites[index].count
      guard case .integer(let delay, _) = arguments[1] else { return }
      let slot = (step + Int(delay)) % ring
      onDendrites[index][slot][post] = sum(onDendrites[index][slot][post], arguments[0])
    default: break
    }
  }

  /// A custom update, element by element.
  mutating func run(_ update: CheckedCustomUpdate) throws(Diagnostic) {
    switch update.elements {
    case .neurons(let population):
      let (name, count) = (
        network.populations[population].name, network.populations[population].count
      )
      for neuron in 0..<count {
        _ = try run(
          update.update, Elements(own: neuron), count: count,
          {
            "neuron \(neuron) of '\(name)'"
          })
      }
    case .synapses(let index) where network.projections[index].layout == .toeplitz:
      let projection = network.projections[index]
      let sources = network.populations[projection.source].count
      let targets = network.populations[projection.target].count
      for weight in 0..<layout.synapseCount(index) {
        _ = try run(
          update.update, Elements(own: weight), count: 0,
          { "weight \(weight) of '\(projection.name)'" },
          prepare: { frame in
            for (name, number) in [
              (BuiltIn.synapse, weight), (.preCount, sources), (.postCount, targets),
            ] { frame.builtIns[name] = .integer(Int128(number), .uint32) }
          })
      }
    case .synapses(let index):
      for pre in 0..<network.populations[network.projections[index].source].count {
        try eachSynapse(of: pre, index) { engine, synapse, post throws(Diagnostic) in
          try engine.run(update.update, index, pre, post, synapse)
        }
      }
    }
  }
}
