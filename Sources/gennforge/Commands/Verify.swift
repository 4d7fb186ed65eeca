import ArgumentParser
import Conda
import Diagnostics
import Disk
import GeNNForge
import Recipes
import SpikingModels
import Verifier

/// `gennforge verify`
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove a recipe: build its packages, install them and run what they promise.",
    discussion: """
      The recipe is rendered for one variant of this machine's platform; its source is fetched and checked, \
      built by its script, and its package installed into a fresh environment by its run requirements \
      alone. Files, link and activation scripts, tests and spiking networks are tried there. Packages of \
      this machine stand in for conda's, and nothing else is visible: what a recipe forgets is missing.

      Results are kept: what hasn't changed isn't done again, and a failed stage is taken up where it was.

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

  func validate() throws {
    if !kernels, recipes.count != 1 {
      throw ValidationError("say what to verify: one recipe's name or folder, or --kernels")
    }
  }

  func run() async throws {
    if kernels { try await verifyKernels() } else { try await verifyPackage() }
  }

  private func verifyPackage() async throws {
    var findings = Findings()
    var report: VerificationReport?
    do throws(Diagnostic) {
      let start = ContinuousClock.now
      let python = try await HostPython.find(VerifyArguments.interpreter)
      var settings = package.settings(python: python, keepsFiles: keep)
      let recipe = try await PlannedRecipe(recipes[0], work: settings.work)
      var values = package.values
      if package.environment == .host, package.variantFiles.isEmpty,
        !values.contains(where: { $0.key == "python" })
      {
        values.append(("python", python.variant))
      }
      let sources = try VariantSources(
        own: recipe.folder.ownVariants, given: package.variantFiles, values: values,
        platform: VerifyArguments.platform)
      let (plan, notes) = try recipe.plan(sources)
      var rendering = StageReport(.render)
      rendering.findings = notes + recipe.findings.all.filter { $0.severity != .note }
      rendering.seconds = (ContinuousClock.now - start).inSeconds
      rendering.facts["variant"] = plan.outputs.first.map { output in
        output.variant.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
          .joined(separator: ", ")
      }
      let lines = StageLines()
      lines.show(.ended(rendering, output: plan.name))
      settings.progress = { lines.show($0) }
      if settings.until == .render {
        report = VerificationReport(name: plan.name, platform: plan.platform.subdir)
        report?.outputs = [.init(name: plan.name, stages: [rendering])]
      } else {
        report = await verification(of: plan, settings)
        report?.outputs.insert(.init(name: plan.name, stages: [rendering]), at: 0)
      }
    } catch {
      findings.add(error)
    }
    findings.add(contentsOf: report?.allFindings ?? [])
    options.show(findings)
    if let report {
      try write(report)
      Terminal.print(json ? report.json.text(.pretty) : report.text)
    }
    if report?.isRight != true { throw ExitCode(1) }
  }

  private func verification(
    of plan: BuildPlan, _ settings: VerificationSettings
  ) async -> VerificationReport {
    switch package.environment {
    case .host: await Verification(plan, settings).run()
    case .conda:
      await CondaVerification(
        plan, settings, channels: package.channel, python: VerifyArguments.interpreter
      ).run()
    }
  }

  private func write(_ report: VerificationReport) throws {
    if let file = package.junit { try DiskFile(file).write(report.junit) }
    if let file = package.html { try DiskFile(file).write(report.html) }
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
