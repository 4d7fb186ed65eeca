package import Diagnostics

/// What conda-smithy would leave in `.ci_support`, and the jobs that read it.
package struct Rerendering: Sendable {
  /// Texts by file name, such as `linux_64_python3.12.____cpython.yaml`.
  package var files: [String: String] = [:]
  package var jobs: [BuildJob] = []
  /// Names of migrations that the pinning has done with: their files are to be removed.
  package var finishedMigrations: [String] = []
  package var findings: [Diagnostic] = []
  /// How many variants were rendered: the work grows with these, and not with what a pinning allows.
  package var renderedVariants = 0
  var checks = VariantChecks()
  /// The reasons, where they were asked for.
  package var platforms: [PlatformExplanation] = []

  /// Adds what another platform has.
  mutating func add(_ other: Rerendering) {
    files.merge(other.files) { _, new in new }
    jobs += other.jobs
    findings += other.findings.filter { !findings.contains($0) }
    renderedVariants += other.renderedVariants
    checks.add(other.checks)
    platforms += other.platforms
  }
}
