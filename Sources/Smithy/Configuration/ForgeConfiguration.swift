package import Diagnostics

/// What `conda-forge.yml` says about variants, with conda-smithy's defaults.
package struct ForgeConfiguration: Sendable {
  /// Platforms and the ones that build for them, in order.
  package var buildPlatforms = ForgePlatform.known.map { (target: $0, build: $0) }
  package var providers: [String: [String]] = [
    "linux_64": ["github_actions"], "osx_64": ["azure"], "win_64": ["github_actions"],
  ]
  package var noarchPlatforms = ["linux_64"]
  package var osVersions: [String: String] = [:]
  package var recipeFolder = "recipe"
  package var usesRattlerBuild = false
  package var forcesAzure = false
  /// Whether its GitHub runners are its own.
  package var hostsRunnersItself = false
  package var fallbackImage = "quay.io/condaforge/linux-anvil-comp7"
  /// Providers that may not upload.
  package var withoutUpload: Set<String> = []
  /// What selectors find in the environment on every platform.
  package var environment = [
    "CF_COMPILER_STACK": "comp7", "CF_MIN_PY_VER": "27", "CF_MAX_PY_VER": "37",
    "CF_MIN_R_VER": "34", "CF_MAX_R_VER": "34", "CONFIG_VERSION": "2",
  ]

  /// What conda-smithy reads past.
  package internal(set) var findings: [Diagnostic] = []

  /// A `matrix` as it was before variant files; conda-smithy minds it only where there is none.
  var oldMatrix: SourceLocation?

  package init() {}

  package func buildPlatform(of target: String) -> String {
    buildPlatforms.first { $0.target == target }?.build ?? target
  }

  package var recipePath: String {
    recipeFolder + (usesRattlerBuild ? "/recipe.yaml" : "/meta.yaml")
  }

  /// A platform that a provider builds for.
  struct Assignment {
    var platform: ForgePlatform
    var buildPlatform: ForgePlatform
    var keepsNoarch: Bool
    var isUploaded: Bool
  }

  func assignments(of provider: ForgeProvider) -> [Assignment] {
    var assignments: [Assignment] = []
    for (target, build) in buildPlatforms {
      let platform = ForgePlatform(target)
      let builder = ForgePlatform(build)
      // `provider: {linux: azure}` speaks of all 64-bit machines.
      let isGeneral = builder.machine == "64" && !(providers[builder.family] ?? []).isEmpty
      let services = providers[isGeneral ? builder.family : build] ?? []
      let isChosen = services.contains(provider.rawValue)
      let isForced = provider == .azure && forcesAzure && platform.machine == "64"
      guard isChosen || isForced else { continue }
      assignments.append(
        Assignment(
          platform: platform, buildPlatform: builder,
          keepsNoarch: noarchPlatforms.contains(target),
          isUploaded: isChosen && !withoutUpload.contains(provider.rawValue)))
    }
    return assignments
  }
}
