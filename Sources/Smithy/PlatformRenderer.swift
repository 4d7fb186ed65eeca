import Conda
import Diagnostics
import RecipeReader

/// The jobs of one platform at one provider.
struct PlatformRenderer: Sendable {
  let feedstock: Feedstock
  let forge: ForgeConfiguration
  let recipe: FeedstockRecipe
  let migrations: MigrationChoice
  let provider: ForgeProvider
  let assignment: ForgeConfiguration.Assignment
  let environment: [String: String]
  /// The pinning, and the recipe's own variant file if it has one.
  let variantFiles: [SelectableYAML]
  let release: SmithyRelease
  let explains: Bool

  var platform: Platform { assignment.platform.platform }

  /// Everything that the recipe builds here.
  private func builds(_ spec: VariantSpec) throws(Diagnostic) -> PlatformBuilds {
    var builds = PlatformBuilds(spec)
    switch recipe.content {
    case .v0(let recipe):
      try builds.add(
        recipe, spec, platform: platform, environment: environment, release.usagePatterns)
    case .v1(let recipe):
      try builds.add(
        recipe, spec, platform: platform, environment: environment, release.usageRule)
    }
    if !assignment.keepsNoarch { builds.builds.removeAll { $0.isNoarch } }
    builds.builds.sort {
      $0.distribution.utf8.lexicographicallyPrecedes($1.distribution.utf8)
    }
    return builds
  }

  /// What each file holds, used or not.
  var keptKeys: Set<String> {
    let keepsLabels =
      provider == .gitHubActions && (release.keepsRunnerLabels || forge.hostsRunnersItself)
    return release.keptKeys.union(keepsLabels ? ["github_actions_labels"] : [])
  }

  /// The platform's part of the whole.
  func rerendering() throws(Diagnostic) -> Rerendering {
    var result = Rerendering()
    let spec = try spec(&result.checks)
    let builds = try builds(spec)
    result.findings = builds.findings
    result.renderedVariants = builds.renderedVariants
    let plan = try JobPlan(
      builds, spec, mentionsPythonMin: recipe.mentionsPythonMin && release.findsPythonMin,
      kept: keptKeys, dropsEmptyJobs: release.dropsEmptyJobs)
    let name = builds.builds.first?.feedstockName ?? "None"
    result.jobs = try write(plan, spec, name: name, into: &result)
    result.checks.note(used: Set(plan.jobs.flatMap(\.values.keys)), spec)
    if explains { result.platforms = [explanation(result.jobs, plan, builds, spec)] }
    return result
  }

  private func write(
    _ plan: JobPlan, _ spec: VariantSpec, name: String, into result: inout Rerendering
  ) throws(Diagnostic) -> [BuildJob] {
    var jobs: [BuildJob] = []
    let cache = V0RenderMemory()
    for var job in plan.jobs {
      finish(&job)
      let file = JobFile(
        job, plan.loopKeys, platform: assignment.platform, feedstock: name, release)
      result.files[file.name + ".yaml"] = file.text
      var choice = job.values.filter { plan.loopKeys.contains($0.key) }.compactMapValues(\.first)
      choice["target_platform"] = nil
      jobs.append(
        BuildJob(
          name: file.name, shortName: file.shortName,
          platform: job.values["target_platform"]?.first ?? assignment.platform.subdir,
          buildPlatform: assignment.buildPlatform.subdir, provider: provider.rawValue,
          isUploaded: assignment.isUploaded, choice: choice,
          values: explains ? values(of: job, spec) : [],
          packages: explains ? try packages(of: job, cache) : []))
    }
    return jobs.sorted { JobFile.precedes($0.name, $1.name) }
  }

  /// A job on Linux runs in one image.
  private func finish(_ job: inout JobPlan.Job) {
    guard assignment.buildPlatform.family == "linux" else { return }
    let image = job.values["docker_image"]?.first ?? forge.fallbackImage
    job.values["docker_image"] = [image]
    for group in job.zipGroups where group.contains("docker_image") {
      for key in group where key != "docker_image" {
        job.values[key] = job.values[key].map { Array($0.prefix(1)) }
      }
    }
  }

  /// The values of all keys on this platform, migrations applied.
  private func spec(_ checks: inout VariantChecks) throws(Diagnostic) -> VariantSpec {
    var files: [V0VariantFile] = []
    for text in variantFiles { files.append(try file(text)) }
    var spec = VariantSpec(platform: platform)
    if explains { spec.record = VariantRecord() }
    checks.note(pinning: files[0], spec)
    try spec.combine(files)
    for file in files.dropFirst() { checks.note(file, spec) }
    let modern = forge.recipeFolder + "/variants.yaml"
    if forge.usesRattlerBuild, let text = feedstock.text(modern) {
      let file = V1.VariantFile(modern, for: V1.Platforms(target: platform))
      let configuration = try file.read(text)
      try spec.combine(configuration, file: modern)
      checks.note(configuration, file: modern, spec)
    }
    var read: [Migration] = []
    for (path, bytes) in migrations.chosen {
      read.append(
        try Migration(bytes, file: path, platform: platform, environment: environment))
    }
    try MigrationConflicts.check(read)
    for migration in read.sorted(by: { $0.timestamp < $1.timestamp }) {
      try spec.apply(migration)
    }
    try spec.check()
    return spec
  }

  private func file(_ text: SelectableYAML) throws(Diagnostic) -> V0VariantFile {
    let file = try V0VariantFile(
      text, platform: platform, environment: environment, marksValues: explains)
    for entry in file.entries where entry.values.count > Self.valueLimit {
      throw .tooManyVariantValues(
        entry.key, entry.values.count, limit: Self.valueLimit, at: entry.place)
    }
    return file
  }

  /// More values are a mistake, which must not fill memory and time.
  private static let valueLimit = 1000
}
