package import Conda

/// One build: its platform and a value for each variant key.
package struct VariantContext: Hashable, Sendable {
  package var platform: Platform
  package var buildPlatform: Platform
  package var values: [VariantKey: String]

  package init(platform: Platform, buildPlatform: Platform? = nil, values: [VariantKey: String]) {
    self.platform = platform
    self.buildPlatform = buildPlatform ?? platform
    self.values = values
  }
}
