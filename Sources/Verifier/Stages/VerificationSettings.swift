/// How a verification is to go.
package struct VerificationSettings: Sendable {
  /// Where results and environments are kept between runs.
  package var work: String
  /// A local archive or tree in place of the recipe's addresses.
  package var source: String?
  /// The last stage.
  package var until: Stage = .kernels
  /// Leave the build's folder and environment there.
  package var keepsFiles = false
  /// The interpreter that stands in for conda's.
  package var python: HostPython
  package var standIns = StandIns()
  package var limits = SandboxLimits()
  /// Told what goes on.
  package var progress: @Sendable (Progress) -> Void = { _ in }
  /// Files that a broken machine lacks, by path from the root: `usr/bin/as`.
  package var withheld: Set<String> = []

  package enum Progress: Sendable {
    case began(Stage, output: String)
    case ended(StageReport, output: String)
  }

  package init(work: String, python: HostPython) {
    self.work = work
    self.python = python
  }
}
