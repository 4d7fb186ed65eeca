import ArgumentParser
import Conda
import Diagnostics
import Smithy

/// `gennforge variants`
struct ListVariants: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants",
    abstract: "Show what a feedstock or recipe builds, job by job as conda-smithy finds them.",
    discussion: """
      A job is a file of .ci_support; beside each stand the packages that it builds, with the build \
      strings of conda-build for meta.yaml and of rattler-build for recipe.yaml.

      --explain says for each key which file and line gives its values, what they are zipped with, \
      which migration changed them, which lines of the recipe ask for the key, and which lines skip \
      which combinations.
      """)

  @Argument(help: "A feedstock, the folder of a recipe, or one of our recipes by name.")
  var recipe: String
  @OptionGroup var pinning: PinningOption
  @Option(help: "Only this platform, such as linux-64.")
  var platform: String?
  @Flag(help: "Say why: the place of each value, zip keys, migrations, skips, uses.")
  var explain = false
  @Option(help: ArgumentHelp("Explain one key, whether it is used or not.", valueName: "name"))
  var key: String?
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: FindingOptions

  func validate() throws {
    if let platform { try Self.check(platform) }
  }

  static func check(_ platform: String) throws {
    guard !Platform.known.contains(platform) else { return }
    let hint = nearest(to: platform, in: Platform.known.sorted()).map { "did you mean '\($0)'?" }
    throw ValidationError(
      "no platform is called '\(platform)'; \(hint ?? "write one such as linux-64")")
  }

  func run() async throws {
    let pinning: Pinning
    let report: VariantReport
    do throws(Diagnostic) {
      pinning = try .chosen(self.pinning.pinning)
      let input = try await FeedstockInput(recipe, pinning: pinning)
      report = VariantReport(input, only: platform.map { Platform($0) })
    } catch {
      throw options.failure(error)
    }
    var findings = Findings()
    findings.add(contentsOf: report.rerendering.findings)
    options.show(findings)
    let explains = explain || key != nil
    if json {
      Terminal.print(
        JSONText.object([
          .init("pinning", pinning.json), .init("recipe", report.json(explains: explains)),
        ]).text(.pretty))
    } else if !findings.hasErrors {
      var parts = ["Pinning: \(pinning.summary)"]
      if key == nil { parts.append(report.table) }
      if explains { parts.append(report.explanation(of: key)) }
      Terminal.print(parts.joined(separator: "\n"))
    }
    if findings.hasErrors { throw ExitCode(1) }
  }
}
