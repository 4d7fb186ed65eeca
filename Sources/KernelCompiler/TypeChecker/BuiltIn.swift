/// A name that GeNN defines in some code, besides those that neurons have; the raw value is the
/// name.
///
/// Source: GeNN 5.4.0, the environments that its code generator builds for each code string.
package enum BuiltIn: String, Hashable, Sendable, CaseIterable {
  // Times of spikes and spike-like events, of the neuron itself or of the synapse's ends.
  case spikeTime = "st"
  case eventTime = "set"
  case previousSpikeTime = "prev_st"
  case previousEventTime = "prev_set"
  case preSpikeTime = "st_pre"
  case previousPreSpikeTime = "prev_st_pre"
  case preEventTime = "set_pre"
  case previousPreEventTime = "prev_set_pre"
  case postSpikeTime = "st_post"
  case previousPostSpikeTime = "prev_st_post"
  case postEventTime = "set_post"
  case previousPostEventTime = "prev_set_post"
  // Numbers of neurons and synapses.
  case pre = "id_pre"
  case post = "id_post"
  case synapse = "id_syn"
  case kernel = "id_kernel"
  case preCount = "num_pre"
  case postCount = "num_post"
  case batch
  case batchCount = "num_batch"
  case rowLength = "row_length"
  case rowStride = "row_stride"
  // Building connectivity.
  case firstPost = "id_post_begin"
  case firstPre = "id_pre_begin"
  case thread = "id_thread"
  case threadCount = "num_threads"
  case diagonal = "id_diag"
  // What code may write.
  /// What arrived at a postsynaptic model.
  case arrived = "inSyn"
  /// What a variable starts from.
  case value

  /// Whether it is a time.
  var isTime: Bool {
    switch self {
    case .spikeTime, .eventTime, .previousSpikeTime, .previousEventTime, .preSpikeTime,
      .previousPreSpikeTime, .preEventTime, .previousPreEventTime, .postSpikeTime,
      .previousPostSpikeTime, .postEventTime, .previousPostEventTime:
      true
    default: false
    }
  }
}
