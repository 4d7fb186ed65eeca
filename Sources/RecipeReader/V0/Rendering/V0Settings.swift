package import Conda

/// How a recipe is rendered, besides the variant.
package struct V0Settings: Sendable {
  /// The machine that builds, when it is another one than the package is for.
  package var buildPlatform: Platform?
  /// The environment variables that the recipe may see; nil: none, and a recipe that asks is told.
  package var environment: [String: String]?
  package var limits = PythonRuntime.Limits()
  /// Whether to find what decides on CI jobs, too.
  package var findsTopLevelKeys = false
  /// Which keys count as used.
  package var usagePatterns = V0UsagePatterns.newest

  package init(buildPlatform: Platform? = nil, environment: [String: String]? = nil) {
    self.buildPlatform = buildPlatform
    self.environment = environment
  }
}
