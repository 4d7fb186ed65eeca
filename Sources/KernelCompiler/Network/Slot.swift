/// What a variable of a snippet is: where the engine finds its value, and where it puts the new one.
struct Slot: Hashable, Sendable {
  /// Which element of a column is meant.
  enum Site: Hashable, Sendable {
    /// The neuron or synapse whose code it is.
    case own
    case pre
    case post
  }

  /// The column that holds the values.
  var column: Int
  var site: Site
  /// Steps; the value is the one that the column had so long ago.
  var delay = 0
  var name: String
  var type: NumericType
  /// A column with rows and columns swapped that gets the new value, too.
  var transposed: Int?
  /// Why snippets can't write it; nil if they can.
  var readOnly: String?
}

/// Where a time of spikes or events comes from, that snippets see under a built-in name.
struct SpikeTime: Hashable, Sendable {
  /// The column that holds the times.
  var column: Int
  var site: Slot.Site
  /// Steps; the time is the one that the column had so long ago.
  var delay = 0
  /// What the way to the synapse takes, which is added; nil for the neuron's own code.
  var travel: Value?
}
