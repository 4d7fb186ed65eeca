import Diagnostics
import Smithy

/// The jobs of some recipes as a CI service takes them: one runner for each.
struct JobMatrix {
  /// One job, and what has to be known to run it.
  struct Entry {
    var recipe: String
    var job: BuildJob
    var runner: [String]
    /// The path of the variant file.
    var variant: String
  }

  let service: Runners.Service
  private(set) var entries: [Entry] = []
  private(set) var findings: [Diagnostic] = []
  private let runners: Runners

  init(_ service: Runners.Service, runners: Runners) {
    self.service = service
    self.runners = runners
  }

  /// - Parameter variant: leads from a file's name to its path.
  mutating func add(
    _ report: VariantReport, isNative: Bool, variant: (String) -> String
  ) {
    for job in report.rerendering.jobs {
      let machine = isNative ? job.platform : job.buildPlatform
      let labels = job.values.first { $0.key == "github_actions_labels" }?.values ?? []
      let runner = service == .github && !labels.isEmpty ? labels : runners[machine].map { [$0] }
      guard let runner else {
        findings.append(.noRunner(machine, for: report.input.name))
        continue
      }
      entries.append(
        Entry(
          recipe: report.input.name, job: job, runner: runner, variant: variant("\(job.name).yaml")
        ))
    }
    if service == .github, entries.count > Self.githubLimit {
      findings.append(.tooManyMatrixJobs(entries.count, limit: Self.githubLimit))
    }
  }

  private static let githubLimit = 256

  /// Several recipes may have jobs of one name.
  private func name(_ entry: Entry) -> String {
    let isAlone = entries.allSatisfy { $0.recipe == entry.recipe }
    let recipe = entry.recipe.split(separator: "/").last.map(String.init) ?? entry.recipe
    return isAlone ? entry.job.shortName : "\(recipe) \(entry.job.shortName)"
  }

  /// One line, for outputs and variables of CI services; all that is known, pretty, for `--json`.
  var text: String {
    switch service {
    case .github:
      JSONText.object([
        .init(
          "include",
          .array(
            entries.map { entry in
              .object(
                [
                  .init("name", .string(name(entry))),
                  .init(
                    "os",
                    entry.runner.count == 1 ? .string(entry.runner[0]) : .strings(entry.runner)),
                ] + facts(of: entry))
            }))
      ]).text(.compact)
    case .azure:
      JSONText.object(
        entries.map { entry in
          .init(
            Self.identifier(name(entry)),
            [
              "VM_IMAGE": .string(entry.runner.joined(separator: ",")),
              "RECIPE": .string(entry.recipe), "PLATFORM": .string(entry.job.platform),
              "BUILD_PLATFORM": .string(entry.job.buildPlatform),
              "CONFIG": .string(entry.job.name), "VARIANT": .string(entry.variant),
            ])
        }
      ).text(.compact)
    case .plain:
      JSONText.array(
        entries.map { entry in
          .object(
            [.init("name", .string(name(entry)))] + facts(of: entry) + [
              .init("values", .texts(entry.job.choice)),
              .init("packages", .array(entry.job.packages.map(\.json))),
            ])
        }
      ).text(.pretty)
    }
  }

  private func facts(of entry: Entry) -> [JSONText.Member] {
    [
      .init("recipe", .string(entry.recipe)), .init("platform", .string(entry.job.platform)),
      .init("build_platform", .string(entry.job.buildPlatform)),
      .init("config", .string(entry.job.name)), .init("variant", .string(entry.variant)),
    ]
  }

  /// Azure takes letters, digits and underscores.
  private static func identifier(_ name: String) -> String {
    let name = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    return name.first?.isNumber ?? true ? "job_\(name)" : name
  }
}

extension Diagnostic {
  static func noRunner(_ platform: String, for recipe: String) -> Diagnostic {
    Diagnostic(
      .warning, at: nil,
      "no hosted machine is known for \(platform): jobs of \(recipe) are left out",
      remedy: "name one with --runner \(platform)=LABEL")
  }

  static func tooManyMatrixJobs(_ count: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, at: nil,
      "these are \(count) jobs, and GitHub runs no more than \(limit) of one matrix",
      remedy: "make a matrix for each --platform, or for each recipe")
  }

  static func noSupportFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: path, line: 1), "the job's variant file is not there",
      remedy: "run 'gennforge rerender', or let the files be written with --output")
  }
}
