import Conda
import Diagnostics

/// Everything that a recipe builds on one platform.
struct PlatformBuilds {
  var builds: [Build] = []
  var grid: VariantGrid
  var findings: [Diagnostic] = []

  /// More than any recipe has; a mistake in a variant file must not fill the memory.
  static let limit = 20_000

  init(_ spec: VariantSpec) { grid = VariantGrid(spec) }

  mutating func add(_ new: [Diagnostic]) {
    for finding in new where !findings.contains(finding) { findings.append(finding) }
  }
}
