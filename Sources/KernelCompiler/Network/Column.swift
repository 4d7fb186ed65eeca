/// Numbers of one kind that a network keeps: one variable of all neurons or synapses of a group.
package struct Column: Hashable, Sendable {
  /// Whose variable it is.
  package enum Owner: Hashable, Sendable {
    case population(Int)
    case currentSource(population: Int, Int)
    /// Of a projection's postsynaptic model.
    case postsynaptic(Int)
    /// Of a projection's synapses.
    case synapses(Int)
    /// Of a weight update model, one for each presynaptic neuron.
    case presynaptic(Int)
    /// Of a weight update model, one for each postsynaptic neuron.
    case target(Int)
    case customUpdate(Int)
  }

  /// What it starts from.
  enum Start: Hashable, Sendable {
    case constant(Value)
    case values([Value])
    /// Random numbers, drawn when the network is laid out.
    case drawn(VariableStart)
  }

  /// How many numbers there are.
  enum Extent: Hashable, Sendable {
    case elements(Int)
    /// As many as a projection has synapses.
    case synapses(Int)
  }

  package let owner: Owner
  package let name: String
  package let type: NumericType
  let extent: Extent
  let start: Start
  let isReadOnly: Bool
  /// Whether it is a snippet's variable, whose last values are part of a result.
  let isReported: Bool
  /// Until how many steps ago its values are still asked for.
  var oldest = 0
  /// Whether nothing asks for its values.
  var isUnused = false
  /// Whether there is one for each synapse.
  package var isAboutSynapses: Bool { if case .synapses = extent { true } else { false } }
  /// The same number for all, for ever: it needs no memory.
  var constant: Value? {
    if isReadOnly, case .constant(let value) = start { value } else { nil }
  }
}
