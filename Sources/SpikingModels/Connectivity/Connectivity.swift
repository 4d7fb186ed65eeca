/// Which neurons of two populations are connected.
///
/// Random connectivity is drawn once, by gennforge itself, and handed to every engine; see
/// `Documentation/Kernels.md` for how.
///
/// Source: GeNN 5.4.0, `InitSparseConnectivitySnippet` and `InitToeplitzConnectivitySnippet`.
public enum Connectivity: Hashable, Sendable {
  /// Every pair, in rows of postsynaptic neurons.
  case dense
  /// Neuron i to neuron i; both populations are equally large.
  case oneToOne
  /// Each pair with probability `p`, independently of all others. `allowsSelf` decides whether a
  /// neuron may be connected to the one of the same number.
  case fixedProbability(_ p: Double, allowsSelf: Bool = true)
  /// `count` synapses in all; each end is drawn evenly, and pairs may repeat.
  case fixedNumberTotal(Int)
  /// Each presynaptic neuron has `count` synapses; targets are drawn evenly and may repeat.
  case fixedNumberPost(Int)
  /// Each postsynaptic neuron has `count` synapses; sources are drawn evenly and may repeat.
  case fixedNumberPre(Int)
  /// The listed pairs.
  case explicit([Synapse])
  /// A two-dimensional convolution.
  case convolution(Convolution2D)
  /// What code of one's own adds.
  case model(ConnectivityModel)

  /// One pair of neurons.
  public struct Synapse: Hashable, Sendable {
    /// The presynaptic neuron.
    public var pre: Int
    /// The postsynaptic neuron.
    public var post: Int

    /// A synapse from one neuron to another.
    public init(_ pre: Int, _ post: Int) {
      self.pre = pre
      self.post = post
    }
  }

  /// How synapses are kept.
  public enum Storage: String, Hashable, Sendable, CaseIterable {
    /// Toeplitz for convolutions, a whole matrix for `dense`, rows of indices for all others.
    case automatic
    /// Rows of indices.
    case sparse
    /// Drawn again for each spike, from counters. Synapses have no variables of their own then.
    case procedural
    /// One small kernel for all, walked through for each spike.
    case toeplitz
  }
}
