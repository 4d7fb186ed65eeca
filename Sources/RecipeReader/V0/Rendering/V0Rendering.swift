package import Diagnostics

/// What one variant of a recipe builds.
package struct V0Rendering: Sendable {
  /// Empty when the variant is skipped, or when a finding says why nothing came of it.
  package var packages: [V0Package] = []
  package var isSkipped = false
  package var findings: [Diagnostic] = []

  package init() {}
}
