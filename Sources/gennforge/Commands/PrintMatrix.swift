import ArgumentParser
import Conda
import Diagnostics
import Disk
import Smithy

/// `gennforge matrix`
struct PrintMatrix: AsyncParsableCommand {
  enum Service: String, EnumerableFlag { case github, azure, json }

  static let configuration = CommandConfiguration(
    commandName: "matrix", _superCommandName: GennForge.name,
    abstract: "Print a CI matrix: one runner for each job of feedstocks or recipes.",
    discussion: """
      --github prints {"include": […]} on one line, for fromJSON in a workflow; --azure the mapping of \
      strategy.matrix; --json a list with everything, packages included. Each job names its runner, \
      its recipe, its platforms and the path of its variant file: one of .ci_support, or with --output \
      one that is written. Documentation/Matrix.md has a workflow.
      """)

  @Argument(help: "Feedstocks, folders of recipes, or recipes of ours by name.")
  var recipes: [String]
  @Flag(help: "For which service.")
  var service: Service
  @OptionGroup var pinning: PinningOption
  @OptionGroup var values: OverrideOption
  @Option(help: "Only this platform; may be repeated.")
  var platform: [String] = []
  @Flag(help: "Runners of the platform that a package is for, not of the one that builds it.")
  var native = false
  @Option(
    help: ArgumentHelp(
      "The runner for a platform, such as linux-64=my-gpu-machine; may be repeated.",
      valueName: "platform=label"))
  var runner: [String] = []
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the variant files below this folder, one folder for each recipe.", valueName: "dir"))
  var output: String?
  @OptionGroup var options: FindingOptions

  func validate() throws {
    guard !recipes.isEmpty else { throw ValidationError("name a feedstock or recipe") }
    for name in platform { try ListVariants.check(name) }
    _ = try runners()
  }

  func run() async throws {
    var matrix = JobMatrix(kind, runners: try runners())
    var findings = Findings()
    var files: [(path: String, text: String)] = []
    let overrides = try values.overrides()
    do throws(Diagnostic) {
      let pinning = try Pinning.chosen(self.pinning.pinning)
      Terminal.warn("Pinning: \(pinning.summary)")
      for recipe in recipes {
        let report = try await report(recipe, pinning, overrides)
        findings.add(contentsOf: report.rerendering.findings)
        let folder = try folder(of: report)
        matrix.add(report, isNative: native) { "\(folder)/\($0)" }
        if output != nil {
          for job in report.rerendering.jobs {
            let name = "\(job.name).yaml"
            files.append(("\(folder)/\(name)", report.rerendering.files[name] ?? ""))
          }
        } else {
          for entry in matrix.entries where DiskEntry(entry.variant).kind != .file {
            throw .noSupportFile(entry.variant)
          }
        }
      }
    } catch {
      findings.add(error)
    }
    findings.add(contentsOf: matrix.findings)
    options.show(findings)
    if findings.hasErrors { throw ExitCode(1) }
    for file in files { try DiskFile(file.path).write(file.text) }
    Terminal.print(matrix.text)
  }

  private var kind: Runners.Service {
    switch service {
    case .github: .github
    case .azure: .azure
    case .json: .plain
    }
  }

  private func runners() throws -> Runners {
    var runners = Runners(kind)
    for pair in runner {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw ValidationError("'\(pair)' is no runner; write --runner linux-64=LABEL")
      }
      try ListVariants.check(parts[0])
      runners[parts[0]] = parts[1]
    }
    return runners
  }

  private func report(
    _ recipe: String, _ pinning: Pinning, _ overrides: [(key: String, values: [String])]
  ) async throws(Diagnostic) -> VariantReport {
    var input = try await FeedstockInput(recipe, pinning: pinning)
    input.feedstock.overrides = overrides
    var report = VariantReport(input)
    if !platform.isEmpty {
      report.rerendering.jobs.removeAll { !platform.contains($0.platform) }
    }
    return report
  }

  /// Where a recipe's variant files are, or will be.
  private func folder(of report: VariantReport) throws(Diagnostic) -> String {
    let input = report.input
    if let output {
      let name = input.name.split(separator: "/").last.map(String.init) ?? input.name
      return "\(output)/\(name == "." ? "recipe" : name)"
    }
    guard let forge = input.shownPaths["conda-forge.yml"], input.model == nil else {
      throw .noSupportFile(input.name)
    }
    return String(forge.dropLast("conda-forge.yml".count)) + ".ci_support"
  }
}
