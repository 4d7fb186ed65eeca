package import Conda

/// Why a platform has the jobs that it has.
package struct PlatformExplanation: Sendable {
  package var platform: Platform
  package var keys: [KeyExplanation]
  package var skips: [SkipExplanation]
  /// Keys that have values and that no job has: the recipe asks for none of them.
  package var unused: [String]
}
