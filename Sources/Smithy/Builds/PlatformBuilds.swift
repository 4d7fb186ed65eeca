import Conda
import Diagnostics

/// Everything that a recipe builds on one platform.
struct PlatformBuilds: Sendable {
  var builds: [Build] = []
  var grid: VariantGrid
  var findings: [Diagnostic] = []
  /// How much was rendered for it.
  var renderedVariants = 0
  /// What was left out, and by which line.
  var skips: [Skip] = []

  struct Skip: Sendable {
    var output: String?
    var place: SourceLocation
    var text: String
    var variant: [String: String]
  }

  /// More than any recipe has; a mistake in a variant file must not fill the memory.
  static let limit = 20_000

  init(_ spec: VariantSpec) { grid = VariantGrid(spec) }

  mutating func add(_ new: [Diagnostic]) {
    for finding in new where !findings.contains(finding) { findings.append(finding) }
  }
}
