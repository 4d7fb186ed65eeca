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
    } else if let place = forge.oldMatrix {
      throw .oldMatrix(at: place)
    }
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
            variantFiles: variantFiles, explains: explains))
      }
    }
    var specs: [VariantSpec] = []
    for platform in platforms { specs.append(try platform.spec(&result.checks)) }
    let builds = Self.builds(of: platforms, specs)
    for (index, platform) in platforms.enumerated() {
      guard let builds = try builds[index]?.get() else { continue }
      result.renderedVariants += builds.renderedVariants
      result.jobs += try platform.render(specs[index], builds, into: &result)
    }
    if only == nil, !result.jobs.isEmpty { result.checks.finish(recipe) }
    result.findings += result.checks.findings
  }

  /// Rendering takes most of the time, and platforms know nothing of each other.
  private static func builds(
    of platforms: [PlatformRenderer], _ specs: [VariantSpec]
  ) -> [Int: Result<PlatformBuilds, Diagnostic>] {
    let builds = Mutex<[Int: Result<PlatformBuilds, Diagnostic>]>([:])
    DispatchQueue.concurrentPerform(iterations: platforms.count) { index in
      let result = Result { () throws(Diagnostic) in try platforms[index].builds(specs[index]) }
      builds.withLock { $0[index] = result }
    }
    return builds.withLock { $0 }
  }

  private func noteFlowLists(of forge: ForgeConfiguration, _ checks: inout VariantChecks) {
    let path = forge.recipeFolder + "/conda_build_config.yaml"
    guard let bytes = feedstock.files[path] else { return }
    for list in V0VariantFile.flowLists(in: bytes, file: path) {
      checks.add(.flowListDropped(list.key, list.list, at: list.place))
    }
  }
}
