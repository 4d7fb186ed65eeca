import ArgumentParser
import Diagnostics
import Smithy

/// `gennforge rerender`
struct Rerender: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a feedstock's .ci_support as conda-smithy does.",
    discussion: """
      Reads conda-forge.yml, the recipe with its variant files, .ci_support/migrations and \
      conda-forge's pinning, and writes a file for each CI job, with conda-smithy's names and bytes. \
      Workflow files stay as they are.

      Nothing is written when anything is wrong.
      """)

  @OptionGroup var arguments: FeedstockArguments
  @Flag(help: "Write nothing; show the differences and exit with 1 if there are any.")
  var check = false
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: FindingOptions

  func run() throws {
    let rerendering = FeedstockRenderer(try arguments.feedstock()).rerendering()
    var findings = Findings()
    findings.add(contentsOf: rerendering.findings)
    options.show(findings)
    if findings.hasErrors { throw ExitCode(1) }
    let update = try SupportFolder(
      "\(arguments.folder)/.ci_support", files: rerendering.files,
      finishedMigrations: rerendering.finishedMigrations)
    if !check, !update.isUpToDate { try update.write() }
    if json {
      Terminal.print(json(rerendering, update).text(.pretty))
    } else if !check {
      Terminal.print(update.summary)
    } else if !update.isUpToDate {
      Terminal.print(try update.patch())
    }
    if check, !update.isUpToDate { throw ExitCode(1) }
  }

  private func json(_ rerendering: Rerendering, _ update: SupportFolder) -> JSONText {
    [
      "folder": .string(update.folder), "created": .strings(update.created.keys.sorted()),
      "changed": .strings(update.changed.keys.sorted()),
      "removed": .strings(update.removed.keys.sorted()), "unchanged": .strings(update.unchanged),
      "jobs": .array(rerendering.jobs.map(\.json)),
    ]
  }
}

extension BuildJob {
  var json: JSONText {
    [
      "file": .string(name + ".yaml"), "job": .string(shortName), "platform": .string(platform),
      "build_platform": .string(buildPlatform), "provider": .string(provider),
      "upload": .bool(isUploaded),
      "variant": .object(
        choice.sorted { $0.key < $1.key }.map { JSONText.Member($0.key, .string($0.value)) }),
    ]
  }
}
