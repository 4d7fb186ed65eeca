import Conda
import Diagnostics
import RecipeReader

extension PlatformRenderer {
  /// What a job builds: the recipe rendered with nothing but the job's own file.
  func packages(
    of job: JobPlan.Job, _ cache: V0RenderMemory
  ) throws(Diagnostic) -> [BuiltPackage] {
    let all: [BuiltPackage] =
      switch recipe.content {
      case .v0(let recipe): try packages(of: job, recipe, cache)
      case .v1(let recipe): try packages(of: job, recipe)
      }
    // An output that doesn't use a key is the same package for all values of it.
    var seen: Set<String> = []
    return all.filter { seen.insert($0.distribution).inserted }
  }

  private var buildPlatform: Platform { assignment.buildPlatform.platform }

  private func packages(
    of job: JobPlan.Job, _ recipe: V0Recipe, _ cache: V0RenderMemory
  ) throws(Diagnostic) -> [BuiltPackage] {
    let place = SourceLocation(file: "job", line: 1)
    var file = V0VariantFile(file: place.file)
    for (key, values) in job.values.sorted(by: { $0.key < $1.key }) {
      file.add(.init(key: key, setting: .values(values), place: place))
    }
    file.zip(job.zipGroups.map { ($0, place) }, at: place)
    let settings = V0Settings(buildPlatform: buildPlatform, environment: environment)
    let matrix = recipe.matrix(
      of: try V0VariantSpace([file]), platform: assignment.platform.platform, settings: settings,
      memory: cache)
    if matrix.packages.isEmpty, let error = matrix.findings.first(where: { $0.severity == .error })
    {
      throw error
    }
    return matrix.packages.map {
      BuiltPackage(
        name: $0.name, version: $0.version, buildNumber: $0.buildNumber,
        buildString: $0.buildString, noarch: $0.noarch, variant: $0.usedVariant)
    }
  }

  private func packages(
    of job: JobPlan.Job, _ recipe: V1.Recipe
  ) throws(Diagnostic) -> [BuiltPackage] {
    let rendering = try recipe.render(
      V1.VariantConfiguration(
        job.values, zipGroups: job.zipGroups, integers: job.integers),
      for: V1.Platforms(target: assignment.platform.platform, build: buildPlatform),
      permissions: V1.Permissions(environment: environment))
    return rendering.outputs.filter { !$0.isSkipped }.map { output in
      var variant: [String: String] = [:]
      for entry in output.usedVariant.entries { variant[entry.key.normalized] = "\(entry.value)" }
      return BuiltPackage(
        name: output.name, version: output.version, buildNumber: Int(clamping: output.buildNumber),
        buildString: output.buildString, noarch: output.noarch?.rawValue, variant: variant)
    }
  }
}

extension V1.VariantConfiguration {
  /// As rattler-build reads them from a job's file: truth values aren't text, nor are the whole numbers
  /// of some keys.
  init(_ values: [String: [String]], zipGroups: [[String]], integers: Set<String>) {
    self.init()
    for (key, values) in values {
      self[V1.VariantKey(key)] = values.map { text -> V1.Value in
        switch text {
        case "true": .boolean(true)
        case "false": .boolean(false)
        default: .string(text)
        }
      }
    }
    for key in integers {
      self[V1.VariantKey(key)] = values[key]?.compactMap { Int($0) }.map { .integer($0) }
    }
    if !zipGroups.isEmpty { zipKeys = zipGroups.map { $0.map { V1.VariantKey($0) } } }
  }
}
