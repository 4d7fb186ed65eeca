import ArgumentParser
import Conda
import Diagnostics
import Disk
import GeNNForge
import Recipes
import SpikingModels
import Verifier

/// `gennforge verify RECIPE`
struct VerifyRecipe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipe",
    abstract: "Prove a recipe: build its packages, install them and run what they promise.",
    discussion: """
      The recipe is rendered for one variant of this machine's platform; its source is fetched and checked, \
      built by its script, and its package installed into a fresh environment by its run requirements \
      alone. Files, link and activation scripts, tests and spiking networks are tried there. Packages of \
      this machine stand in for conda's, and nothing else is visible: what a recipe forgets is missing.

      Results are kept: what hasn't changed isn't done again, and a failed stage is taken up where it was.

      --all-variants verifies every variant that this machine can build, --jobs of them at one time, each \
      in an area of its own; --executor slurm hands them to Slurm, which must see the same folders. \
      Whatever is killed, variants that ended are not verified again: repeat the command.

      With --kernels the networks of recipes' kernel tests are simulated by the reference, written as \
      C++, compiled with $CXX (warnings as errors) and run; every spike and every last value must be equal.
      """)

  @Argument(help: "A recipe by name, a feedstock or a recipe's folder; all names with --kernels.")
  var recipes: [String] = []
  @OptionGroup(title: "Package") var package: VerifyArguments
  @Flag(help: "Generate, compile, run and compare the recipes' networks.")
  var kernels = false
  @Option(help: "C++ compiler in place of $CXX, with --kernels; may be given more than once.")
  var cxx: [String] = []
  @OptionGroup var templates: TemplateOptions
  @Flag(help: "Keep the build's folders, or the generated programs.")
  var keep = false
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: FindingOptions

  func run() async throws {
    if kernels { return try await verifyKernels() }
    // Not in `validate()`, which would come before a misspelt option is told.
    guard recipes.count == 1 else {
      throw ValidationError("say what to verify: one recipe's name or folder, or --kernels")
    }
    try await verifyPackage()
  }

  private func verifyPackage() async throws {
    var findings = Findings()
    var summary: VerificationSummary?
    do throws(Diagnostic) {
      summary = try await verification(&findings)
    } catch {
      findings.add(error)
    }
    for report in summary?.reports ?? [] { findings.add(contentsOf: report.allFindings) }
    options.show(findings)
    if let summary {
      try package.write(summary)
      // One variant alone needs no table of variants.
      if let report = summary.reports.first, summary.reports.count == 1 {
        Terminal.print(json ? report.json.text(.pretty) : report.text)
      } else {
        Terminal.print(json ? summary.json.text(.pretty) : summary.text)
      }
    }
    if summary?.isRight != true { throw ExitCode(1) }
  }

  private func verification(
    _ findings: inout Findings
  ) async throws(Diagnostic) -> VerificationSummary {
    let start = ContinuousClock.now
    let python = try await HostPython.find(VerifyArguments.interpreter)
    var settings = package.settings(python: python, keepsFiles: keep)
    let recipe = try await PlannedRecipe(recipes[0], work: settings.work)
    let sources = try package.sources(for: recipe, python: python)
    var (plans, notes) = try recipe.plans(sources)
    if package.isForAllVariants {
      plans = try package.chosen(plans, python: python, &findings)
    } else if plans.count > 1 {
      notes.append(.severalVariants(plans.count, at: SourceLocation(file: recipe.name, line: 1)))
      plans.removeSubrange(1...)
    }
    var rendering = StageReport(.render)
    rendering.findings = notes + recipe.findings.all.filter { $0.severity != .note }
    rendering.seconds = (ContinuousClock.now - start).inSeconds
    let lines = StageLines()
    lines.show(.ended(rendering, output: recipe.name))
    settings.progress = { lines.show($0) }
    var reports: [VerificationReport] = []
    if settings.until == .render {
      reports = plans.map { VerificationReport($0) }
    } else {
      reports = try await package.executor.verify(plans, settings)
    }
    for (plan, index) in zip(plans, reports.indices) {
      rendering.facts["variant"] = plan.outputs.first.map { output in
        output.variant.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
          .joined(separator: ", ")
      }
      // Workers render for themselves.
      if reports[index].outputs.first?.stages.first?.stage != .render {
        reports[index].outputs.insert(.init(name: plan.name, stages: [rendering]), at: 0)
      }
    }
    return VerificationSummary(
      name: recipe.name, reports: reports, seconds: (ContinuousClock.now - start).inSeconds)
  }

  private func verifyKernels() async throws {
    var experiments: [Experiment] = []
    let arguments = try RecipeArguments.named(recipes)
    for recipe in arguments {
      for experiment in recipe.description.experiments where !experiments.contains(experiment) {
        experiments.append(experiment)
      }
    }
    guard !experiments.isEmpty else {
      throw ValidationError("none of these recipes has kernel tests")
    }
    let compilers = cxx.isEmpty ? [.fromEnvironment] : cxx.map { CxxCompiler($0) }
    let templates = try self.templates.set()
    var verification = KernelVerification(
      engines: compilers.map { CxxEngine($0, templates: templates) })
    verification.keepsFiles = keep
    let report = await verification.verify(experiments)
    var findings = Findings()
    findings.add(contentsOf: report.findings)
    options.show(findings)
    Terminal.print(json ? report.json.text(.pretty) : report.text)
    if !report.isRight { throw ExitCode(1) }
  }
}
