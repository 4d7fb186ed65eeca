import Diagnostics
import Disk
import RecipeWriter
import Verifier

/// Which variants are verified, and where.
extension VerifyArguments {
  var isForAllVariants: Bool { allVariants || !only.isEmpty }

  /// Without files of the caller's, one value for each key, or all that a recipe of ours writes down.
  func sources(
    for recipe: PlannedRecipe, python: HostPython
  ) throws(Diagnostic) -> VariantSources {
    var files = variantFiles
    let complete = recipe.folder.folder + "/../variants.yaml"
    if isForAllVariants, files.isEmpty, recipe.places != nil, DiskEntry(complete).kind == .file {
      files = [complete]
    }
    var values = values
    if environment == .host, files.isEmpty, !values.contains(where: { $0.key == "python" }) {
      values.append(("python", python.variant))
    }
    return try VariantSources(
      own: recipe.folder.ownVariants, given: files, values: values, platform: Self.platform)
  }

  /// Those that this machine's Python can build, and that the caller wants.
  func chosen(
    _ plans: [BuildPlan], python: HostPython, _ findings: inout Findings
  ) throws(Diagnostic) -> [BuildPlan] {
    var chosen = plans
    if environment == .host {
      chosen = plans.filter { plan in
        plan.outputs.allSatisfy { output in
          guard let wanted = output.variant["python"], output.host.contains(where: isPython) else {
            return true
          }
          return wanted.prefix { $0.isNumber || $0 == "." } == python.version + "."
            || wanted.prefix { $0.isNumber || $0 == "." } == python.version
        }
      }
      if chosen.count < plans.count {
        findings.add(.otherPythons(plans.count - chosen.count, python.version))
      }
    }
    guard !only.isEmpty else {
      if chosen.isEmpty { throw .noVariantForPython(python.version) }
      return chosen
    }
    for name in only where !chosen.contains(where: { $0.variant == name }) {
      throw .variantAbsent(name, known: chosen.map(\.variant))
    }
    return chosen.filter { only.contains($0.variant) }
  }

  private func isPython(_ requirement: String) -> Bool {
    RequirementText.name(of: requirement) == "python"
  }

  var executor: any VerificationExecutor {
    let environment: VerificationEnvironment =
      switch self.environment {
      case .host: .host
      case .conda: .conda(channels: channel, python: Self.interpreter)
      }
    switch executorKind {
    case .local: return LocalExecutor(environment, jobs: jobs)
    case .slurm:
      return SlurmExecutor(
        environment, command: WorkerCommand.words(of: CommandLine.arguments),
        directory: AbsolutePath.of("."), options: slurmOption, atOnce: jobs,
        patience: .seconds(slurmPatience)
      ) { Terminal.warn($0) }
    }
  }

  func write(_ summary: VerificationSummary) throws {
    let single = summary.reports.count == 1 ? summary.reports.first : nil
    if let junit { try DiskFile(junit).write(summary.junit) }
    if let html {
      let words = ["gennforge"] + CommandLine.arguments.dropFirst()
      let command = words.map { BashWord.quoted($0) }.joined(separator: " ")
      try DiskFile(html).write(single?.html(of: command) ?? summary.html(of: command))
    }
    if let jsonFile {
      try DiskFile(jsonFile).write((single?.json ?? summary.json).text() + "\n")
    }
  }
}

extension Diagnostic {
  fileprivate static func otherPythons(_ count: Int, _ version: String) -> Diagnostic {
    Diagnostic(
      .note, at: nil, "\(count) variants are for other Pythons than this machine's \(version)",
      remedy: "set GENNFORGE_PYTHON to one of those, or use --environment conda")
  }

  fileprivate static func noVariantForPython(_ version: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "no variant is for this machine's Python, \(version)",
      remedy: "set GENNFORGE_PYTHON to another, or use --environment conda")
  }

  fileprivate static func variantAbsent(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "no variant is called '\(name)'",
      remedy: "say one of \(known.joined(separator: "; "))")
  }
}
