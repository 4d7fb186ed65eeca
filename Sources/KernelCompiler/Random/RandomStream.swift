/// Random words for one element of one group at one time, in the order in which they are asked for.
///
/// The key is the network's seed and the group's number; the counter is the number of the block of
/// four words, the element (a neuron, or a row of synapses), and the step with the purpose above it.
struct RandomStream: Sendable {
  /// What is drawn, so that no two things share a stream.
  enum Purpose: UInt32, Sendable {
    /// Calls of `gennrand_…` in snippets; the time is the step.
    case simulation = 0
    /// Connectivity.
    case connectivity = 1
    /// Initial values; the time is the variable's number.
    case initialValues = 2
  }

  private let key: SIMD2<UInt32>
  private var counter: Philox.Words
  private var words = Philox.Words()
  private var position = 4

  init(seed: UInt32, group: Int, element: Int, time: UInt64, purpose: Purpose) {
    key = SIMD2(seed, UInt32(truncatingIfNeeded: group))
    counter = Philox.Words(
      0, UInt32(truncatingIfNeeded: element), UInt32(truncatingIfNeeded: time),
      UInt32(truncatingIfNeeded: time >> 32) & 0xFF_FFFF | purpose.rawValue << 24)
  }

  mutating func next() -> UInt32 {
    if position == 4 {
      words = Philox.words(counter: counter, key: key)
      counter.x &+= 1
      position = 0
    }
    defer { position += 1 }
    return words[position]
  }
}
