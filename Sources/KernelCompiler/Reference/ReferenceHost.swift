/// What a snippet reaches outside of its frame: its random numbers, and a list of what it does.
struct ReferenceHost: SnippetHost {
  var stream: RandomStream?
  let scalar: NumericType
  /// In order; nothing of it can be seen by the snippet itself.
  var outputs: [(function: OutputFunction, arguments: [Value])] = []

  mutating func draw(_ function: RandomFunction, _ arguments: [Value]) throws(Fault) -> Value {
    guard var stream else { throw .notConnected(function.rawValue) }
    defer { self.stream = stream }
    return function.draw(arguments, scalar, from: &stream)
  }

  mutating func delayed(_ symbol: Symbol, by steps: Int) throws(Fault) -> Value {
    throw .notConnected("reading an earlier value")
  }

  mutating func output(
    _ function: OutputFunction, _ arguments: [Value], _ frame: inout Frame
  ) throws(Fault) {
    outputs.append((function, arguments))
  }

  mutating func nextSynapse(isFirst: Bool, _ frame: inout Frame) throws(Fault) -> Bool { false }
}
