import ArgumentParser
import Conda
import Diagnostics
import Smithy

/// `gennforge variants`
struct ListVariants: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants", _superCommandName: GennForge.name,
    abstract: "Show what a feedstock or recipe builds, job by job as conda-smithy finds them.",
    discussion: """
      A job is a file of .ci_support; beside each stand the packages that it builds, with the build \
      strings of conda-build for meta.yaml and of rattler-build for recipe.yaml.

      --explain says for each key which file and line gives its values, what they are zipped with, \
      which migration changed them, which lines of the recipe ask for the key, and which lines skip \
      which combinations.

      --against and --migration show what another pinning or a migration would change: which jobs and \
      packages appear, disappear or change, and in what key. Exit code 0: nothing; 1: something.
      """)

  @Argument(help: "A feedstock, the folder of a recipe, or one of our recipes by name.")
  var recipe: String
  @OptionGroup var pinning: PinningOption
  @OptionGroup var values: OverrideOption
  @Option(help: "Only this platform, such as linux-64.")
  var platform: String?
  @Flag(help: "Say why: the place of each value, zip keys, migrations, skips, uses.")
  var explain = false
  @Option(help: ArgumentHelp("Explain one key, whether it is used or not.", valueName: "name"))
  var key: String?
  @Option(
    help: ArgumentHelp(
      "Compare with another pinning: what changes from --pinning to this.", valueName: "path"))
  var against: String?
  @Option(
    help: ArgumentHelp(
      "Compare without and with a migration: a file, or a name in the pinning; may be repeated.",
      valueName: "file"))
  var migration: [String] = []
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: FindingOptions

  func validate() throws {
    if let platform { try Self.check(platform) }
    if isComparison, explain || key != nil {
      throw ValidationError("--explain goes without --against and --migration")
    }
  }

  static func check(_ platform: String) throws {
    guard !Platform.known.contains(platform) else { return }
    let hint = nearest(to: platform, in: Platform.known.sorted()).map { "did you mean '\($0)'?" }
    throw ValidationError(
      "no platform is called '\(platform)'; \(hint ?? "write one such as linux-64")")
  }

  private var isComparison: Bool { against != nil || !migration.isEmpty }

  func run() async throws {
    if isComparison { return try await compare() }
    let pinning: Pinning
    let report: VariantReport
    let overrides = try values.overrides()
    do throws(Diagnostic) {
      pinning = try .chosen(self.pinning.pinning)
      var input = try await FeedstockInput(recipe, pinning: pinning)
      input.feedstock.overrides = overrides
      report = VariantReport(input, only: platform.map { Platform($0) })
    } catch {
      throw options.failure(error)
    }
    var findings = Findings()
    findings.add(contentsOf: report.rerendering.findings)
    if pinning.isSnapshot, report.input.model == nil { findings.add(.snapshotKnowsLittle()) }
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

  private func compare() async throws {
    let (first, second): (Pinning, Pinning)
    let overrides = try values.overrides()
    let differences: VariantDifferences
    do throws(Diagnostic) {
      first = try .chosen(pinning.pinning)
      second = try against.map { path throws(Diagnostic) in try Pinning(given: path) } ?? first
      var before = try await FeedstockInput(recipe, pinning: first)
      var after = try await FeedstockInput(recipe, pinning: second)
      before.feedstock.overrides = overrides
      after.feedstock.overrides = overrides
      for name in migration {
        let file = try MigrationFile(name, in: second)
        before.remove(file)
        after.add(file)
      }
      let platform = platform.map { Platform($0) }
      differences = VariantDifferences(
        VariantReport(before, only: platform), VariantReport(after, only: platform))
    } catch {
      throw options.failure(error)
    }
    var findings = Findings()
    for report in [differences.before, differences.after] {
      for finding in report.rerendering.findings where !findings.all.contains(finding) {
        findings.add(finding)
      }
    }
    options.show(findings)
    if findings.hasErrors { throw ExitCode(1) }
    if json {
      Terminal.print(
        JSONText.object([
          .init("before", first.json), .init("after", second.json),
          .init("migrations", .strings(migration)), .init("recipe", differences.json),
        ]).text(.pretty))
    } else {
      let added = migration.isEmpty ? "" : ", with \(migration.joined(separator: ", "))"
      Terminal.print(
        "Before: \(first.summary)\nAfter:  \(second.summary)\(added)\n\(differences.text)")
    }
    if !differences.isEmpty { throw ExitCode(1) }
  }
}
