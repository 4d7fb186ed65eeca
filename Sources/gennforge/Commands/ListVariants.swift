import ArgumentParser
import Conda
import Diagnostics
import Smithy

/// `gennforge variants`
struct ListVariants: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants",
    abstract: "Show which CI jobs a feedstock has, as conda-smithy would find them.")

  @OptionGroup var arguments: FeedstockArguments
  @Option(help: "Only this platform, such as linux-64.")
  var platform: String?
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: FindingOptions

  func run() throws {
    if let platform, !Platform.known.contains(platform) {
      throw ValidationError("no platform is called '\(platform)'; write one such as linux-64")
    }
    let rerendering = FeedstockRenderer(try arguments.feedstock())
      .rerendering(only: platform.map { Platform($0) })
    var findings = Findings()
    findings.add(contentsOf: rerendering.findings)
    options.show(findings)
    if json {
      Terminal.print(JSONText.array(rerendering.jobs.map(\.json)).text(.pretty))
    } else if !rerendering.jobs.isEmpty {
      Terminal.print(table(rerendering.jobs))
    }
    if findings.hasErrors { throw ExitCode(1) }
  }

  private func table(_ jobs: [BuildJob]) -> String {
    let keys = Set(jobs.flatMap(\.choice.keys)).sorted()
    var table = TextTable(["platform", "built on", "at"] + keys)
    for job in jobs {
      table.add(
        [job.platform, job.buildPlatform, job.provider] + keys.map { job.choice[$0] ?? "" })
    }
    return table.text
  }
}
