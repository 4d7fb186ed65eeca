package import SpikingModels

/// A network in which every name, type, number and snippet has been checked: what the engines run.
package struct CheckedNetwork: Hashable, Sendable {
  package let network: Network
  /// What `scalar` is.
  package let scalar: NumericType
  /// The time step in `scalar`'s precision.
  package let timeStep: Value
  /// Whether functions of real numbers compute in double, whatever `scalar` is.
  package let computesInDouble: Bool
  package let populations: [CheckedPopulation]
  package let projections: [CheckedProjection]
  let customUpdates: [CheckedCustomUpdate]
  package let columns: [Column]

  package var name: String { network.name }

  /// The time of a step as GeNN computes it: the step's number in `scalar`'s precision, times `dt`.
  func time(ofStep step: Int) -> Value {
    switch timeStep {
    case .float(let dt): .float(Float(step) * dt)
    default: .double(Double(step) * timeStep.asDouble)
    }
  }

  /// The population or projection that a column belongs to, and its name there, such as `V` or
  /// `current.amp`.
  package func place(of column: Column) -> (group: String, name: String) {
    switch column.owner {
    case .currentSource(let population, let index):
      let checked = populations[population]
      return (checked.name, "\(checked.currentSources[index].name).\(column.name)")
    default: return (groupName(of: column), column.name)
    }
  }
}

extension CheckedNetwork {
  /// Whether it makes a difference in which precision functions compute.
  package var callsFunctionsInFloat: Bool {
    scalar == .float && !computesInDouble && callsFunctions
  }

  /// The name that PyGeNN gives what a column belongs to.
  package func groupName(of column: Column) -> String {
    switch column.owner {
    case .population(let population): populations[population].name
    case .currentSource(let population, let index):
      "\(populations[population].name)_\(populations[population].currentSources[index].name)"
    case .postsynaptic(let projection), .synapses(let projection), .presynaptic(let projection),
      .target(let projection):
      projections[projection].name
    case .customUpdate(let update): customUpdates[update].name
    }
  }
}

/// A population whose model has been checked.
package struct CheckedPopulation: Hashable, Sendable {
  package let name: String
  package let count: Int
  let code: CheckedNeuronCode
  package let currentSources: [CheckedCurrentSource]
  /// Sums of inputs; the first is `Isyn`.
  let inputs: [CheckedInput]
  /// Projections that end here, in the order in which they are added up.
  var incoming: [Int] = []
  /// Projections that begin here.
  var outgoing: [Int] = []
  /// The column of the neurons' last spike times, and that of those before.
  var spikeTimes: Int?
  var previousSpikeTimes: Int?
  /// How many steps spikes are kept for.
  var spikeSlots = 1
}

/// A sum of inputs of a neuron.
struct CheckedInput: Hashable, Sendable {
  var name: String
  var type: NumericType
  var start: Value
}

/// A current source whose model has been checked.
package struct CheckedCurrentSource: Hashable, Sendable {
  package var name: String
  var injection: CheckedSnippet
}

/// A projection whose models have been checked.
package struct CheckedProjection: Hashable, Sendable {
  package let name: String
  package let source: Int
  package let target: Int
  /// Unlike that of all others in the network; random numbers depend on it.
  let group: Int
  package let connectivity: Connectivity
  package let storage: Connectivity.Storage
  /// Synapses that code has added.
  let builtRows: SynapseRows?
  /// Steps beyond the one that every spike needs.
  let axonalDelay: Int
  let backPropagationDelay: Int
  /// Slots of the dendritic ring; 0 without one.
  let dendriticSlots: Int
  /// Of the target's inputs.
  let targetInput: Int
  /// Of the source's inputs.
  let sourceInput: Int
  let postsynaptic: CheckedSnippet
  /// What synapses see.
  let weights: SnippetContext
  /// Snippets of each synapse, without those that are empty.
  let synapseCode: [WeightUpdateModel.Moment: CheckedSnippet]
  /// Snippets of each neuron at one end, without those that are empty.
  let neuronCode: [WeightUpdateModel.Moment: CheckedSnippet]
  var preEvent: CheckedEvent?
  var postEvent: CheckedEvent?
  /// Whether a snippet calls `addToPre`.
  let addsToPre: Bool
}

/// Where neurons have events, and the column of their times if these are asked for.
struct CheckedEvent: Hashable, Sendable {
  var threshold: CheckedTest
  var times: Int?
  var previousTimes: Int?
}

/// A custom update whose model has been checked.
struct CheckedCustomUpdate: Hashable, Sendable {
  enum Elements: Hashable, Sendable {
    case neurons(Int)
    case synapses(Int)
  }

  var name: String
  var interval: Int
  var elements: Elements
  var update: CheckedSnippet
}
