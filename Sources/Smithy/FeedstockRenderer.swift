package import Conda
import Diagnostics
import Dispatch
import RecipeReader
import Synchronization

/// Writes what conda-smithy would write to `.ci_support`.
///
///     let rerendering = FeedstockRenderer(feedstock).rerendering()
///     rerendering.files["linux_64_.yaml"]
///
/// A feedstock that can't be rendered leaves an error among the findings and no files.
package struct FeedstockRenderer: Sendable {
  private let feedstock: Feedstock
  private let release: SmithyRelease
  private let explains: Bool

  /// - Parameter explains: whether to say what each job builds, and why.
  package init(
    _ feedstock: Feedstock, release: SmithyRelease = .newest, explains: Bool = false
  ) {
    self.feedstock = feedstock
    self.release = release
    self.explains = explains
  }

  /// - Parameter platform: only this one, such as `linux-64`.
  package func rerendering(only platform: Platform? = nil) -> Rerendering {
    var result = Rerendering()
    do throws(Diagnostic) {
      try render(&result, only: platform)
    } catch {
      result.findings.append(error)
    }
    if result.findings.contains(where: { $0.severity == .error }) {
      result.files = [:]
      result.jobs = []
      result.platforms = []
    }
    return result
  }

  private func render(_ result: inout Rerendering, only: Platform?) throws(Diagnostic) {
    guard let forgeFile = feedstock.files["conda-forge.yml"] else {
      throw .forgeFileMissing("conda-forge.yml")
    }
    let forge = try ForgeConfiguration(forgeFile, file: "conda-forge.yml")
    try PinningCheck.refuseWebPage(feedstock.pinning, file: feedstock.pinningName)
    result.findings += forge.findings
    noteFlowLists(of: forge, &result.checks)
    let migrations = try MigrationChoice(feedstock)
    result.finishedMigrations = migrations.finished
    let recipe = try FeedstockRecipe(feedstock, forge, findings: &result.findings)
    let pinning = explains ? nil : PinningExcerpt(of: feedstock, for: recipe)
    var variantFiles = [
      try SelectableYAML(pinning?.bytes ?? feedstock.pinning, file: feedstock.pinningName)
    ]
    result.checks.note(known: pinning?.omittedKeys ?? [])
    let own = forge.recipeFolder + "/conda_build_config.yaml"
    if let bytes = feedstock.files[own] {
      variantFiles.append(try SelectableYAML(bytes, file: own))
    } else if let place = forge.oldMatrix {
      throw .oldMatrix(at: place)
    }
    if let overrides = try feedstock.overridingFile() { variantFiles.append(overrides) }
    var platforms: [PlatformRenderer] = []
    var environment = forge.environment
    if recipe.usesCUDA { environment["CF_CUDA_ENABLED"] = "True" }
    for provider in ForgeProvider.allCases {
      for assignment in forge.assignments(of: provider) {
        // Variables stay as the platform before left them.
        environment["BUILD_PLATFORM"] = assignment.buildPlatform.subdir
        if assignment.platform.family == "linux",
          let version = forge.osVersions[assignment.platform.name]
        {
          environment["DEFAULT_LINUX_VERSION"] = version
        }
        if let only, only != assignment.platform.platform { continue }
        platforms.append(
          PlatformRenderer(
            feedstock: feedstock, forge: forge, recipe: recipe, migrations: migrations,
            provider: provider, assignment: assignment, environment: environment,
            variantFiles: variantFiles, release: release, explains: explains))
      }
    }
    for part in Self.parts(of: platforms) { result.add(try part.get()) }
    if only == nil, !result.jobs.isEmpty { result.checks.finish(recipe) }
    result.findings += result.checks.findings
  }

  /// Platforms know nothing of each other, so that they can be rendered side by side.
  private static func parts(
    of platforms: [PlatformRenderer]
  ) -> [Result<Rerendering, Diagnostic>] {
    let parts = Mutex<[Int: Result<Rerendering, Diagnostic>]>([:])
    DispatchQueue.concurrentPerform(iterations: platforms.count) { index in
      let part = Result { () throws(Diagnostic) in try platforms[index].rerendering() }
      parts.withLock { $0[index] = part }
    }
    return parts.withLock { parts in platforms.indices.compactMap { parts[$0] } }
  }

  private func noteFlowLists(of forge: ForgeConfiguration, _ checks: inout VariantChecks) {
    let path = forge.recipeFolder + "/conda_build_config.yaml"
    guard let bytes = feedstock.files[path] else { return }
    for list in V0VariantFile.flowLists(in: bytes, file: path) {
      checks.add(.flowListDropped(list.key, list.list, at: list.place))
    }
  }
}
