/// What came out for one network and one compiler.
package struct KernelVerdict: Hashable, Sendable, Codable {
  package enum Outcome: String, Hashable, Sendable, Codable {
    /// The generated program did what the reference did.
    case agrees
    case differs
    /// There was nothing to compare; a finding says why.
    case failed
  }

  /// Seconds of each stage.
  package struct Seconds: Hashable, Sendable, Codable {
    package var reference = 0.0
    package var generate = 0.0
    package var compile = 0.0
    package var run = 0.0
  }

  package var network: String
  package var precision: String
  package var compiler: String
  package var neurons: Int
  package var steps: Int
  /// Of the reference.
  package var spikes: Int
  package var outcome: Outcome
  package var firstDifference: FirstDifference?
  package var seconds: Seconds
}
