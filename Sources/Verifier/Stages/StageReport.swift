package import Diagnostics

/// What came of a stage.
package struct StageReport: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable { case passed, failed, skipped }

  /// One thing that a stage tried, such as a test.
  package struct Check: Hashable, Sendable {
    package var name: String
    package var isRight: Bool
    package var seconds: Double
    /// What was said.
    package var output: [String]
    /// The network that ran, and what ran it, where a check is about one.
    package var network: String?
    package var engine: String?
    /// Paths of pictures (SVG) to see side by side.
    package var figures: [String] = []
  }

  package var stage: Stage
  package var status: Status
  package var seconds: Double
  /// How much of it compilers, Python, simulators and downloads took.
  package var othersSeconds = 0.0
  /// Taken from an earlier run, since nothing that it depends on has changed.
  package var isCached = false
  /// Stands for everything that the result depends on.
  package var key: String
  package var log: String
  package var findings: [Diagnostic] = []
  package var checks: [Check] = []
  /// What there is to know about it: versions, hashes, paths.
  package var facts: [String: String] = [:]

  package init(_ stage: Stage, status: Status = .passed, key: String = "", log: String = "") {
    self.stage = stage
    self.status = status
    self.key = key
    self.log = log
    seconds = 0
  }
}
