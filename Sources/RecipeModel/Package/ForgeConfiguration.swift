package import Conda

/// What conda-forge.yml says where its default doesn't fit.
package struct ForgeConfiguration: Hashable, Sendable {
  /// Platforms that are built on another one.
  package var buildPlatforms: [Platform: Platform] = [:]
  /// Who builds a platform that is not on by default: `linux_aarch64: default`.
  package var providers: [Platform: String] = [:]

  package init() {}
}
