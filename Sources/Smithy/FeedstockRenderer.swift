package import Conda
import Diagnostics
import RecipeReader

/// Writes what conda-smithy would write to `.ci_support`.
///
///     let rerendering = FeedstockRenderer(feedstock).rerendering()
///     rerendering.files["linux_64_.yaml"]
///
/// A feedstock that can't be rendered leaves an error among the findings and no files.
package struct FeedstockRenderer: Sendable {
  private let feedstock: Feedstock
  private let explains: Bool

  /// - Parameter explains: whether to say what each job builds, and why.
  package init(_ feedstock: Feedstock, explains: Bool = false) {
    self.feedstock = feedstock
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
    var variantFiles = [try SelectableYAML(feedstock.pinning, file: feedstock.pinningName)]
    let own = forge.recipeFolder + "/conda_build_config.yaml"
    if let bytes = feedstock.files[own] {
      variantFiles.append(try SelectableYAML(bytes, file: own))
    }
    let usageCache = V0UsageCache()
    var environment = forge.environment
    if recipe.usesCUDA { environment["CF_CUDA_ENABLED"] = "True" }
    for provider in ForgeProvider.allCases {
      var jobs: [BuildJob] = []
      for assignment in forge.assignments(of: provider) {
        // Variables stay as the platform before left them.
        environment["BUILD_PLATFORM"] = assignment.buildPlatform.subdir
        if assignment.platform.family == "linux",
          let version = forge.osVersions[assignment.platform.name]
        {
          environment["DEFAULT_LINUX_VERSION"] = version
        }
        if let only, only != assignment.platform.platform { continue }
        let job = PlatformRenderer(
          feedstock: feedstock, forge: forge, recipe: recipe, migrations: migrations,
          provider: provider, assignment: assignment, environment: environment,
          variantFiles: variantFiles, usageCache: usageCache, explains: explains)
        jobs += try job.render(into: &result)
      }
      result.jobs += jobs
    }
    if only == nil, !result.jobs.isEmpty { result.checks.finish(recipe) }
    result.findings += result.checks.findings
  }

  private func noteFlowLists(of forge: ForgeConfiguration, _ checks: inout VariantChecks) {
    let path = forge.recipeFolder + "/conda_build_config.yaml"
    guard let bytes = feedstock.files[path] else { return }
    for list in V0VariantFile.flowLists(in: bytes, file: path) {
      checks.add(.flowListDropped(list.key, list.list, at: list.place))
    }
  }
}
