package import SpikingModels

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

  /// Networks that an installed PyGeNN runs besides the recipe's own.
  package var gallery: [Experiment] = []
  /// Run the tests that the source has, too.
  package var runsUpstreamTests = false
  /// What CUDA kernels are compiled for where no device runs them: 80 is sm_80.
  package var architectures: [Int] = []
  /// Do nothing: say what earlier runs found, as far as it still holds.
  var takesRecordsOnly = false
  /// Processors that one build may use; several may run at a time.
  package var processors: Int?

  package enum Progress: Sendable {
    case began(Stage, output: String)
    case ended(StageReport, output: String)

    /// Says which variant it is about.
    func of(_ variant: String) -> Progress {
      switch self {
      case .began(let stage, let output): .began(stage, output: "\(variant): \(output)")
      case .ended(let report, let output): .ended(report, output: "\(variant): \(output)")
      }
    }
  }

  package init(work: String, python: HostPython) {
    self.work = work
    self.python = python
  }
}
