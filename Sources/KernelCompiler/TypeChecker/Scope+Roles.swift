/// Which code of a model a snippet is: it decides what GeNN defines in it.
package enum SnippetRole: String, Hashable, Sendable, CaseIterable {
  /// `sim_code`, `threshold_condition_code` and `reset_code` of a neuron.
  case neuron
  /// `injection_code` of a current source.
  case currentSource
  /// `sim_code` of a postsynaptic model.
  case postsynaptic
  /// Code for each synapse when something happens, and `synapse_dynamics_code`.
  case synapse
  /// `pre_event_threshold_condition_code`.
  case preEvent
  /// `post_event_threshold_condition_code`.
  case postEvent
  /// `pre_spike_code` and `pre_dynamics_code`.
  case preNeuron
  /// `post_spike_code` and `post_dynamics_code`.
  case postNeuron
  /// `update_code` of a custom update of neurons.
  case neuronUpdate
  /// `update_code` of a custom update of synapses.
  case synapseUpdate
  /// `row_update_code` of a custom connectivity update.
  case rowUpdate
  /// `host_update_code` of a custom connectivity update.
  case hostUpdate
  /// `var_init_code` of a neuron's variable.
  case neuronStart
  /// `var_init_code` of a synapse's variable.
  case synapseStart
  /// `row_build_code` of sparse connectivity.
  case rowBuild
  /// `col_build_code` of sparse connectivity.
  case columnBuild
  /// `host_init_code` of sparse connectivity.
  case hostBuild
  /// `diagonal_build_code` of Toeplitz connectivity.
  case diagonalBuild
  /// The expression of a derived parameter.
  case derivedParameter
}

extension Scope {
  /// What GeNN defines in code of a role, without what the model itself defines.
  ///
  /// Source: GeNN 5.4.0, `*GroupMerged.cc` and `single_threaded_cpu/backend.cc`.
  mutating func define(_ role: SnippetRole) {
    switch role {
    case .neuron:
      defineStep(ofNeuron: true)
      define([.spikeTime, .batch, .batchCount])
    case .currentSource:
      defineStep(ofNeuron: false)
      define([.batch, .batchCount])
      injects = true
    case .postsynaptic:
      defineStep(ofNeuron: false)
      define([.batch, .batchCount])
      defineWritable(.arrived, scalar)
      injects = true
    case .preEvent, .postEvent:
      defineStep(ofNeuron: false)
      define([.eventTime, .previousEventTime, .batch, .batchCount])
    case .preNeuron:
      defineStep(ofNeuron: false)
      define([.preSpikeTime, .batch, .batchCount])
    case .postNeuron:
      defineStep(ofNeuron: false)
      define([.postSpikeTime, .batch, .batchCount])
    case .synapse:
      defineTime()
      defineSynapse()
      define([
        .preSpikeTime, .previousPreSpikeTime, .preEventTime, .previousPreEventTime, .postSpikeTime,
        .previousPostSpikeTime, .postEventTime, .previousPostEventTime, .batch, .batchCount,
      ])
      define("addToPost", Function(output: .addToPost, arguments: [scalar]))
      define("addToPostDelay", Function(output: .addToPostDelay, arguments: [scalar, .uint32]))
      define("addToPre", Function(output: .addToPre, arguments: [scalar]))
    case .neuronUpdate:
      defineStep(ofNeuron: false)
      draws = false
      define([.batch, .batchCount])
    case .synapseUpdate:
      defineTime()
      defineSynapse()
      define([.batch, .batchCount])
    case .derivedParameter: defineTimeStep()
    case .rowUpdate, .hostUpdate: defineUpdate(role)
    case .neuronStart, .synapseStart, .rowBuild, .columnBuild, .hostBuild, .diagonalBuild:
      defineStart(role)
    }
  }

  private mutating func defineUpdate(_ role: SnippetRole) {
    defineTime()
    draws = true
    define([.preCount, .postCount, .rowStride])
    guard role == .rowUpdate else { return }
    define([.pre, .rowLength])
    synapses = Synapses(
      entries: [
        BuiltIn.post.rawValue: constant(.post), BuiltIn.synapse.rawValue: constant(.synapse),
      ],
      functions: ["remove_synapse": Function(output: .removeSynapse, arguments: [])])
  }

  private mutating func defineStart(_ role: SnippetRole) {
    if role != .hostBuild && role != .diagonalBuild { defineTimeStep() }
    draws = role != .diagonalBuild
    switch role {
    case .neuronStart:
      define("id", Entry(symbol: .neuron, type: .uint32, readOnly: "it numbers the neurons"))
      define(
        "num_neurons",
        Entry(symbol: .neuronCount, type: .uint32, readOnly: "it counts the neurons"))
      define([.batchCount])
    case .synapseStart:
      defineSynapse()
      define([.batchCount])
    case .rowBuild:
      define([.pre, .firstPost, .preCount, .postCount, .thread, .threadCount])
    case .columnBuild:
      define([.post, .firstPre, .preCount, .postCount, .thread, .threadCount])
    case .diagonalBuild:
      defineTime()
      define([.diagonal, .preCount, .postCount])
      synapses = Synapses(entries: [BuiltIn.pre.rawValue: constant(.pre)])
    default: define([.preCount, .postCount, .threadCount])
    }
  }

  private mutating func defineSynapse() {
    define([.pre, .post, .synapse, .kernel, .preCount, .postCount])
  }

  mutating func defineWritable(_ name: BuiltIn, _ type: NumericType) {
    define(name.rawValue, Entry(symbol: .builtIn(name), type: type, readOnly: nil))
  }

  /// `addSynapse` with the indices into a kernel behind the neuron's number.
  mutating func defineAddSynapse(kernelDimensions: Int) {
    let function = Function(
      output: .addSynapse,
      arguments: [NumericType](repeating: .uint32, count: 1 + kernelDimensions))
    if synapses == nil {
      define("addSynapse", function)
    } else {
      synapses?.functions["addSynapse"] = function
    }
  }
}
