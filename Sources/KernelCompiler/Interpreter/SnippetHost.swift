/// What code reaches besides its frame: random numbers, earlier values, and other synapses and
/// neurons.
protocol SnippetHost {
  /// The next random number.
  mutating func draw(_ function: RandomFunction, _ arguments: [Value]) throws(Fault) -> Value
  /// What a variable was so many steps ago.
  mutating func delayed(_ symbol: Symbol, by steps: Int) throws(Fault) -> Value
  /// A call of one of GeNN's own functions.
  mutating func output(
    _ function: OutputFunction, _ arguments: [Value], _ frame: inout Frame
  ) throws(Fault)
  /// Goes to the first synapse of the loop or, having stored what the frame holds of the last one,
  /// to the next; false behind the last one.
  mutating func nextSynapse(isFirst: Bool, _ frame: inout Frame) throws(Fault) -> Bool
}

/// For code that reaches nothing.
struct NoHost: SnippetHost {
  mutating func draw(_ function: RandomFunction, _ arguments: [Value]) throws(Fault) -> Value {
    throw .notConnected(function.rawValue)
  }

  mutating func delayed(_ symbol: Symbol, by steps: Int) throws(Fault) -> Value {
    throw .notConnected("reading an earlier value")
  }

  mutating func output(
    _ function: OutputFunction, _ arguments: [Value], _ frame: inout Frame
  ) throws(Fault) {
    throw .notConnected("'\(function)'")
  }

  mutating func nextSynapse(isFirst: Bool, _ frame: inout Frame) throws(Fault) -> Bool { false }
}
